/** What commands print: lines, progress, tables. */
@NullMarked
package dev.clew.cli.output;

import org.jspecify.annotations.NullMarked;
