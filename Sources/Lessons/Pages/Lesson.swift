// Marks a place that a learner fills in; see Exercises.
