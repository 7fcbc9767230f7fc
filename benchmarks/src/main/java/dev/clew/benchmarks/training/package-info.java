/** What training a model costs on graphs of growing size. */
@NullMarked
package dev.clew.benchmarks.training;

import org.jspecify.annotations.NullMarked;
