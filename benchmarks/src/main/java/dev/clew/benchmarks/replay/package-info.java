/** Whether answers, those cut by the clock among them, come out the same again. */
@NullMarked
package dev.clew.benchmarks.replay;

import org.jspecify.annotations.NullMarked;
