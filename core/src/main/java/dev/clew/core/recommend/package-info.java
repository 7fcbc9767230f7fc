/** The contracts every recommender keeps: provider, query, answer. */
@NullMarked
package dev.clew.core.recommend;

import org.jspecify.annotations.NullMarked;
