/** What is popular now. */
@NullMarked
package dev.clew.api.trending;

import org.jspecify.annotations.NullMarked;
