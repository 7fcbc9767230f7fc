/** A question as a caller asks it: checked options, and the rest handed on for the procedure to check. */
@NullMarked
package dev.clew.api.question;

import org.jspecify.annotations.NullMarked;
