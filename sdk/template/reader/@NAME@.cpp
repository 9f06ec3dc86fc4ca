#include "@NAME@.hpp"

// Id (the prefix of all that it defines), version, summary, licence, stages.
QUOTH_PLUGIN("@PLUGIN@", "1.0.0", "Reads agency copy.", "Apache-2.0", @NAME@)
