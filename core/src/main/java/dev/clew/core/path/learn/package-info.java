/** Learning how much each meta-path should count from interactions that were held out. */
@NullMarked
package dev.clew.core.path.learn;

import org.jspecify.annotations.NullMarked;
