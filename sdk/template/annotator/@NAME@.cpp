#include "@NAME@.hpp"

// Id (the prefix of all that it defines), version, summary, licence, stages.
QUOTH_PLUGIN("@PLUGIN@", "1.0.0", "Moods of sentences.", "Apache-2.0", @NAME@)
