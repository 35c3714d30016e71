// Embeds the files of datasets/ as they are: editing one is all it takes. A new dataset is three
// lines here and a line in the list below; a test compares the list with the folder.

#include "MonitorData.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char breaks_declaration[] = {
#embed "datasets/breaks.peil"
};
static const unsigned char breaks_rows[] = {
#embed "datasets/breaks.csv"
};

static const unsigned char events_declaration[] = {
#embed "datasets/events.peil"
};
static const unsigned char events_rows[] = {
#embed "datasets/events.csv"
};

static const unsigned char goals_declaration[] = {
#embed "datasets/goals.peil"
};
static const unsigned char goals_rows[] = {
#embed "datasets/goals.csv"
};

static const unsigned char indicator_catalog_declaration[] = {
#embed "datasets/indicator_catalog.peil"
};
static const unsigned char indicator_catalog_rows[] = {
#embed "datasets/indicator_catalog.csv"
};

static const unsigned char indicator_parts_declaration[] = {
#embed "datasets/indicator_parts.peil"
};
static const unsigned char indicator_parts_rows[] = {
#embed "datasets/indicator_parts.csv"
};

static const unsigned char indicators_declaration[] = {
#embed "datasets/indicators.peil"
};
static const unsigned char indicators_rows[] = {
#embed "datasets/indicators.csv"
};

static const unsigned char initiative_counts_declaration[] = {
#embed "datasets/initiative_counts.peil"
};
static const unsigned char initiative_counts_rows[] = {
#embed "datasets/initiative_counts.csv"
};

static const unsigned char initiatives_declaration[] = {
#embed "datasets/initiatives.peil"
};
static const unsigned char initiatives_rows[] = {
#embed "datasets/initiatives.csv"
};

static const unsigned char learning_questions_declaration[] = {
#embed "datasets/learning_questions.peil"
};
static const unsigned char learning_questions_rows[] = {
#embed "datasets/learning_questions.csv"
};

static const unsigned char municipalities_declaration[] = {
#embed "datasets/municipalities.peil"
};
static const unsigned char municipalities_rows[] = {
#embed "datasets/municipalities.csv"
};

static const unsigned char participants_declaration[] = {
#embed "datasets/participants.peil"
};
static const unsigned char participants_rows[] = {
#embed "datasets/participants.csv"
};

static const unsigned char phases_declaration[] = {
#embed "datasets/phases.peil"
};
static const unsigned char phases_rows[] = {
#embed "datasets/phases.csv"
};

static const unsigned char population_declaration[] = {
#embed "datasets/population.peil"
};
static const unsigned char population_rows[] = {
#embed "datasets/population.csv"
};

static const unsigned char programmes_declaration[] = {
#embed "datasets/programmes.peil"
};
static const unsigned char programmes_rows[] = {
#embed "datasets/programmes.csv"
};

static const unsigned char publications_declaration[] = {
#embed "datasets/publications.peil"
};
static const unsigned char publications_rows[] = {
#embed "datasets/publications.csv"
};

static const unsigned char redivisions_declaration[] = {
#embed "datasets/redivisions.peil"
};
static const unsigned char redivisions_rows[] = {
#embed "datasets/redivisions.csv"
};

static const unsigned char themes_declaration[] = {
#embed "datasets/themes.peil"
};
static const unsigned char themes_rows[] = {
#embed "datasets/themes.csv"
};

#define DATASET(name) \
  {#name, name##_declaration, sizeof name##_declaration, name##_rows, sizeof name##_rows}

static const monitor_dataset datasets[] = {
    DATASET(breaks),
    DATASET(events),
    DATASET(goals),
    DATASET(indicator_catalog),
    DATASET(indicator_parts),
    DATASET(indicators),
    DATASET(initiative_counts),
    DATASET(initiatives),
    DATASET(learning_questions),
    DATASET(municipalities),
    DATASET(participants),
    DATASET(phases),
    DATASET(population),
    DATASET(programmes),
    DATASET(publications),
    DATASET(redivisions),
    DATASET(themes),
};

size_t monitor_dataset_count(void) { return sizeof datasets / sizeof datasets[0]; }

monitor_dataset monitor_dataset_at(size_t index) { return datasets[index]; }
