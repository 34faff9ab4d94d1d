.DEFAULT_GOAL := help
.PHONY: help setup test-setup test-scale test-faults tools train run doctor backup restore chat agent tickets erase export review learn unit watch test checks check widget-tools audit bench bench-nlu bench-profile bench-provider bench-eta tune screenshots lock bench-promises bench-radar

export PATH := $(CURDIR)/.venv/bin:$(PATH)
export RASA_TELEMETRY_ENABLED := false
export PYTHONWARNINGS := ignore
export SQLALCHEMY_SILENCE_UBER_WARNING := 1
export TF_CPP_MIN_LOG_LEVEL := 3
export OPENBLAS_NUM_THREADS := 1
export OMP_NUM_THREADS := 1
# compiling anew what has not changed takes half of the seconds of `make unit`
unexport PYTHONDONTWRITEBYTECODE

MODEL := models/parcelbot.tar.gz
# which languages are spoken, how they count, and which parcels are late is nothing that a model learns
TRAINED_FROM := domain.yml config.yml $(filter-out knowledge/languages.yml knowledge/plurals.yml knowledge/radar.yml,$(wildcard knowledge/*.yml)) $(wildcard data/*.yml knowledge/statuses/*.yml knowledge/follow_ups/*.yml knowledge/next_messages/*.yml knowledge/told/*.yml locales/examples/*.yml) \
	$(wildcard parcelbot/rasa_plugins/nlu/*.py parcelbot/encoder/*.py parcelbot/encoder/*.npz parcelbot/reading/*.py) \
	$(addprefix parcelbot/core/,questions.py $(addprefix reading/,given_numbers/numbers.py codes/number_patterns.py times/durations.py times/dates.py times/time_roles.py))

# for 3.10, where Rasa asks for all that it needs; the locks serve 3.11 as they are (docs/adr/0023-python-3.11.md)
COMPILE := uv pip compile --quiet --python-version 3.10 --generate-hashes --no-emit-index-url --custom-compile-command "make lock"

help: ## List the targets
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-14s %s\n", $$1, $$2}'

run: setup train ## Set up everything and start assistant, sandbox carrier and demo shop (Ctrl-C stops them)
	@python -m parcelbot.commands.run

doctor: ## Say of settings, secrets, database, model, disk, provider, shop, mail and clock whether they will do
	@scripts/setup
	@python -m parcelbot.commands.doctor

backup: ## Write databases and shoppers' files into one file while all goes on: [OUT=folder]
	@scripts/setup
	@python -m parcelbot.commands.backup $(if $(OUT),--out "$(OUT)")

restore: ## Put such a file back, with all parts stopped: FROM=file [YES=1 replaces what is there]
	@scripts/setup
	@python -m parcelbot.commands.backup --restore "$(FROM)" $(if $(YES),--yes)

chat: setup ## Chat in the terminal with the running assistant
	@python -m parcelbot.commands.chat

# what stands on make's own command line; a NAME or EMAIL that the machine happens to have is not meant
told = $(if $(filter command,$(origin $1)),--$2 "$$$1")

agent: setup ## Make a log-in for the inbox, or give one a new password: EMAIL=… [NAME=…] [ROLE=admin|agent]
	@python -m parcelbot.commands.agent $(call told,EMAIL,email) $(call told,NAME,name) $(call told,ROLE,role)

tickets: setup ## List the tickets that were opened
	@python -m parcelbot.commands.tickets

erase: setup ## Remove a shopper and everything kept about them: EMAIL=… [YES=1]
	@python -m parcelbot.commands.erase --email "$(EMAIL)" $(if $(YES),--yes)

export: setup ## Write everything kept about a shopper to a ZIP file: EMAIL=… [OUT=file.zip]
	@python -m parcelbot.commands.erase --email "$(EMAIL)" --export "$(or $(OUT),shopper-data.zip)"

review: setup ## List what the assistant missed, ready to be labelled (then: make learn)
	@python -m parcelbot.review

learn: setup ## Put the labelled messages into the training data
	@python -m parcelbot.review apply

unit: ## Run the unit tests, which load neither Rasa nor TensorFlow nor spaCy (a minute)
	@scripts/setup test
	@python -m pytest --disable-warnings -p tests.support.without_rasa tests/unit

watch: ## Run the tests that a change touches, whenever a file is saved
	@scripts/setup test
	@python -m scripts.watch

# what to test, if that stands on make's own command line
only := $(if $(filter command,$(origin T)),$(T))
needs_model := $(if $(filter tests/unit%,$(firstword $(only))),,train)

test: test-setup $(if $(only),$(needs_model)) ## Run all checks and tests, or T=… (a file, a folder, file::test, any of pytest's options)
ifeq ($(only),)
	@# training leaves a core idle half of the time
	@$(MAKE) --no-print-directory -j2 train checks
	@echo "▸ Unit, knowledge, integration, browser and conversation tests (twenty minutes on two idle cores)"
	@python -m pytest -rs -n 2 --dist loadgroup --no-loadscope-reorder
else
	@python -m pytest $(only)
endif

checks:
	@$(MAKE) --no-print-directory tools
	@$(MAKE) --no-print-directory check

check: test-setup widget-tools ## Lint, types, import contracts, knowledge, deployment files, training data, widget (a minute)
	@echo "▸ ruff, mypy, import-linter"
	@ruff check .
	@ruff format --check .
	@mypy
	@lint-imports
	@echo "▸ knowledge tables"
	@python -m parcelbot.knowledge.lint
	@echo "▸ container file, compose file, Kubernetes manifests (LINTERS=none goes on without)"
	@scripts/deploy-lint
	@echo "▸ rasa data validate"
	@rasa data validate --domain domain.yml --data data >.cache/validate.log 2>&1 || { cat .cache/validate.log; exit 1; }
	@if command -v npm >/dev/null; then echo "▸ widget: types, unit tests, size"; npm run --silent types && npm run --silent test >.cache/widget.log && npm run --silent build >>.cache/widget.log || { cat .cache/widget.log; exit 1; }; fi

test-faults: test-setup train tools ## Break parts under load, on SQLite and PostgreSQL (FAULTS=1000 SEED=n DATABASE=sqlite OBEDIENT=1 NGINX=1 AT_ONCE=2; more than an hour)
	@python -m tests.faults $(call told,FAULTS,faults) $(call told,SEED,seed) $(call told,DATABASE,database) $(call told,AT_ONCE,at-once) $(if $(OBEDIENT),--obedient) $(if $(NGINX),--behind-nginx)

test-scale: test-setup train tools ## Two of everything over PostgreSQL and Redis, behind nginx, with processes killed (a quarter of an hour; not part of test)
	@python -m pytest -rs tests/scale

audit: ## Look up what is known to be vulnerable in the locks (needs the network, and says so without it)
	@scripts/audit

tools:
	@scripts/test-tools

widget-tools:
	@scripts/widget-tools

screenshots: test-setup tools widget-tools ## Pictures of the widget's main states (OUT=dir)
	@python -m tests.browser.screenshots $(or $(OUT),.cache/screenshots)

bench-nlu: test-setup train ## Compare our understanding with Rasa's default pipeline, and other languages with English (PLOTS=dir; twenty minutes)
	@python -m benchmarks.nlu $(if $(PLOTS),--plots $(PLOTS))
	@python -m benchmarks.nlu.languages
	@python -m benchmarks.nlu.told_heldout

bench: test-setup train ## Compare what a turn costs with Rasa's starter and a floor (PART="turns long stored streams full fair around"; half an hour)
	@python -m benchmarks.turns $(PART)

bench-profile: test-setup train ## Show where the time of a turn goes (a minute)
	@python -m benchmarks.turns.profile

bench-provider: test-setup ## Simulate a million live parcels at three calls a second, and measure the stores (a minute)
	@python -m benchmarks.provider

bench-eta: test-setup ## Measure how often our estimate of the day of arrival holds, on a simulated history or CSV=file.csv
	@python -m benchmarks.eta $(if $(CSV),--csv "$(CSV)")

bench-radar: test-setup ## Measure how many late or lost parcels are found in time, on a simulated history (PARCELS=2000; some minutes)
	@python -m benchmarks.radar $(if $(PARCELS),--parcels $(PARCELS))

bench-promises: test-setup ## Simulate a shop that keeps promises to write: kept, late, who comes again (PARCELS=300; some minutes)
	@python -m benchmarks.promises $(if $(PARCELS),--parcels $(PARCELS))

tune: ## Teach the sentence encoder from the training data, for maintainers (ten minutes; see CONTRIBUTING)
	@scripts/setup
	@python -m parcelbot.tuning

setup: ## Make .venv and the sentence encoders
	@scripts/setup
	@python -m parcelbot.encoder

test-setup:
	@scripts/setup test
	@python -m parcelbot.encoder

train: setup $(MODEL) ## Train the model, if what it learns from has changed

$(MODEL): $(TRAINED_FROM)
	@echo "▸ Training the model (two to three minutes; one when only some examples are new)"
	@# both cores are busy so: to read the data and to learn English takes one, most of the time
	@nice python -m parcelbot.rasa_plugins.nlu.other_lessons >.cache/lessons.log 2>&1 & began=$$(date +%s); rasa train --quiet --skip-validation --domain domain.yml --config config.yml --data data --out models --fixed-model-name parcelbot >.cache/train.log 2>&1 || { cat .cache/train.log; exit 1; }; echo $$(($$(date +%s) - began)) >.cache/training-took
	@touch $@

lock: ## Resolve requirements/*.in anew into hash-locked files
	@$(COMPILE) --override requirements/overrides.txt requirements/main.in -o requirements/main.txt
	@$(COMPILE) requirements/test.in -o requirements/test.txt
	@$(COMPILE) requirements/fuzz.in -o requirements/fuzz.txt
	@$(COMPILE) requirements/audit.in -o requirements/audit.txt
	@$(COMPILE) requirements/deploy.in -o requirements/deploy.txt
