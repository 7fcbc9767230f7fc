/** What the graph holds of users, items and attributes, as sparse matrices. */
@NullMarked
package dev.clew.gnn.interactions;

import org.jspecify.annotations.NullMarked;
