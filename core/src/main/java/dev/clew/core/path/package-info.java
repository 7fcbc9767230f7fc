/** Recommending along meta-paths: typed walks from what the user did to what they might do next. */
@NullMarked
package dev.clew.core.path;

import org.jspecify.annotations.NullMarked;
