/** Results as files for machines and people. */
@NullMarked
package dev.clew.evaluation.report;

import org.jspecify.annotations.NullMarked;
