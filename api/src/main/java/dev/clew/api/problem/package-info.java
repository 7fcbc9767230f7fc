/** Turns every failure into a problem detail (RFC 9457). */
@NullMarked
package dev.clew.api.problem;

import org.jspecify.annotations.NullMarked;
