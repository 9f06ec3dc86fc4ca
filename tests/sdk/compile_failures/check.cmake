# Compiles CASE; passes when that fails with the text of the case's first line, `// error: TEXT`,
# or succeeds where the line is `// compiles`.
file(STRINGS "${CASE}" first LIMIT_COUNT 1)
execute_process(
  COMMAND "${COMPILER}" -std=c++20 -fsyntax-only "-I${INCLUDE}" "${CASE}"
  RESULT_VARIABLE status ERROR_VARIABLE output)
if(first STREQUAL "// compiles")
  if(NOT status EQUAL 0)
    message(FATAL_ERROR "should compile, but:\n${output}")
  endif()
elseif(first MATCHES "^// error: (.*)$")
  set(wanted "${CMAKE_MATCH_1}")
  string(FIND "${output}" "${wanted}" at)
  if(status EQUAL 0)
    message(FATAL_ERROR "compiles, but should fail with: ${wanted}")
  elseif(at EQUAL -1)
    message(FATAL_ERROR "fails without the words: ${wanted}\n${output}")
  endif()
else()
  message(FATAL_ERROR "${CASE} must begin with `// error: TEXT` or `// compiles`")
endif()
