// A chapter imports CLCore and has the engine with it.
@_exported public import Theta
