/** The procedures of the plugin: thin doors that check what is asked, call core and return rows. */
@NullMarked
package dev.clew.procedures;

import org.jspecify.annotations.NullMarked;
