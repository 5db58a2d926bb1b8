import palimpsest

// The command line with the library's own methods: all of it is in the target `palimpsest`.
CommandLineTool.main()
