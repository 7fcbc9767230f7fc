/** Two towers: items from what they are and who they are, users as the mean of the items they acted on. */
@NullMarked
package dev.clew.gnn.twotower;

import org.jspecify.annotations.NullMarked;
