/** Which data a command reads: files, or a graph declared in a running database. */
@NullMarked
package dev.clew.cli.data;

import org.jspecify.annotations.NullMarked;
