import CLCore
import Testing
