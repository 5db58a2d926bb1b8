//: # Chapter 1 · Catastrophic forgetting
import CLCore
import Lessons

let lesson = Lesson()
lesson.finish()
