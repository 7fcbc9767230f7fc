/** Describes the service as an OpenAPI 3.1 document. */
@NullMarked
package dev.clew.api.openapi;

import org.jspecify.annotations.NullMarked;
