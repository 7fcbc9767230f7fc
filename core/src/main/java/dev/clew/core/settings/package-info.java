/** Named, ranged, documented parameters and the checked values given for them. */
@NullMarked
package dev.clew.core.settings;

import org.jspecify.annotations.NullMarked;
