//: # Chapter 2 · Elastic weight consolidation
//:
//: Chapter 1 ended with two valleys that meet, and a gradient that walks past the meeting point because
//: nothing in the loss of the new task speaks of the old one. This chapter writes the old task into the
//: loss as one number for each weight: how much the old task minds when that weight moves. By the end
//: you can derive that number from Bayes' rule, see it as a picture, choose its strength, and recognise
//: nine ways to get it wrong.
import Book
import CLCore
import Lessons

let lesson = Lesson()

//: ## 2.1 The stream
//: Five tasks of two kinds of clothes each; which kinds go together is dealt out anew for each seed.
//: At test time the network is told the task and chooses between its two classes, unless a section
//: says otherwise.
lesson.step("stream")
let scale = Scale(lesson.profile)
let images = lesson.images()

//: ## 2.11 Mistakes you will meet

//: ## 2.12 What to remember
//:
//: **Further reading.**
//:
//: - J. Kirkpatrick, R. Pascanu, N. Rabinowitz et al., "Overcoming catastrophic forgetting in neural
//:   networks", *Proceedings of the National Academy of Sciences* 114(13), 2017.
lesson.finish()
