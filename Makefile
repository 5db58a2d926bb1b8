# One spelling of every command. The text after ## is the line that `make` alone prints.
# To add a command: one line here, its work in Scripts/.
.DEFAULT_GOAL := help
.NOTPARALLEL:
.SUFFIXES:

# 01-forgetting → chapter-1: a new folder under Chapters/ is a new target.
folders  := $(sort $(notdir $(wildcard Chapters/[0-9][0-9]-*)))
chapters := $(foreach f,$(folders),chapter-$(patsubst 0%,%,$(firstword $(subst -, ,$(f)))))

# PROFILE, PAUSE, SEEDS, THREADS, OUTPUT, PEERS, SLIDES, FIGURE and PREFIX reach the programs as they are: make
# exports what is set on its command line. DATA is too common a name to be taken from the environment.
ifeq ($(origin DATA),command line)
export PALIMPSEST_DATA := $(DATA)
endif

# swiftc crashes where the path of temporary files is not ASCII.
ifneq ($(if $(TMPDIR),$(shell printf %s "$$TMPDIR" | LC_ALL=C tr -d ' -~')),)
export TMPDIR := /tmp
endif

numbers := $(chapters:chapter-%=%)
# The chapters that have exercises.
practised := $(patsubst 0%,%,$(foreach f,$(sort $(notdir $(wildcard Exercises/[0-9][0-9]-*))),$(firstword $(subst -, ,$f))))
watches := $(addprefix exercise-,$(practised))
checks  := $(addprefix check-,$(practised))
pages   := $(foreach kind,page notebook slides,$(addprefix $(kind)-,$(numbers)))

.PHONY: help book figures check grade prove test test-sanitize test-kill test-downstream test-hostile install bench setup data format lint clean \
  $(chapters) $(watches) $(checks) $(pages)

help:    ; @Scripts/help Makefile

$(chapters): ; @Scripts/chapter $@
chapter-%:   ; @echo "There is no $@. There are: $(chapters)" >&2; exit 1

$(pages):    ; @Scripts/page $(subst -, ,$@)
page-% notebook-% slides-%: ; @echo "There is no $@. There are: $(pages)" >&2; exit 1

$(watches): ; @Scripts/exercise watch $(@:exercise-%=%)
exercise-%: ; @echo "There is no $@. There are: $(watches)" >&2; exit 1
$(checks):  ; @Scripts/exercise check $(@:check-%=%)
check-%:    ; @echo "There is no $@. There are: $(checks)" >&2; exit 1
check:      ; @Scripts/exercise check  ## every exercise as your workbook has it; check-2 for those of chapter 2
grade:      ; @Scripts/exercise grade -- "$${SUBMISSIONS:-}"  ## for teachers: a folder of workbooks, each in a sandbox; SUBMISSIONS=folder

book:    ; @Scripts/book $(numbers)  ## every chapter's page, slides and notebook, and an index: output/index.html
figures: ; @Scripts/figures  ## every figure for lectures: page, slide, paper × light, dark; FIGURE=2.3 for one
prove:   ; @Scripts/prove $(chapters)  ## everything that is promised, half an hour: claims, Chinese, kills, a bare machine
test:    ; @Scripts/test $(chapters)  ## every test, then every chapter in its smoke profile, or PROFILE=quick with its claims
test-sanitize: ; @Scripts/sanitize  ## the tests and the C kernels under address and undefined-behaviour sanitizers
test-kill: ; @Scripts/kill-test $(METHODS)  ## runs killed at random moments end with the same files as runs that were not
test-downstream: ; @Scripts/downstream  ## a package that uses this one by URL runs a method of its own, and resumes it
test-hostile: ; @Scripts/hostile-test  ## hostile submissions to the exercises are contained and scored
bench:   ; @Scripts/bench $(ROWS)   ## how fast: each row against its floor, ROWS="train-step …" for some of them
install: ; @Scripts/install-tool  ## palimpsest with its completions into PREFIX=/usr/local
setup:   ; @Scripts/setup --say       ## install the system packages that are missing (chapters and test do it too)
data:    ; @Scripts/data              ## download MNIST and Fashion-MNIST into data/, checksums verified
format:  ; @Scripts/lint --fix        ## format the Swift sources in place
lint:    ; @Scripts/lint              ## check format, style, tabs and shell scripts
clean:   ; rm -rf .build output       ## remove what builds and runs have made; data/ stays
