# cmake -DFOLDER=resources -DOUTPUT=file.cpp -P embed.cmake: the files of FOLDER/LANG as a source.
file(GLOB files RELATIVE "${FOLDER}" "${FOLDER}/*/*.tsv")
list(SORT files)
set(entries)
foreach(file IN LISTS files)
  get_filename_component(language "${file}" DIRECTORY)
  get_filename_component(name "${file}" NAME)
  file(READ "${FOLDER}/${file}" contents)
  string(APPEND entries "    {\"${language}\", \"${name}\", R\"tsv(${contents})tsv\"},\n")
endforeach()
file(WRITE "${OUTPUT}" "#include <array>
#include <record/embedded.hpp>

namespace quoth::record {

std::span<const embedded_file> embedded_files() {
  static constexpr auto files = std::to_array<embedded_file>({
${entries}  });
  return files;
}

}  // namespace quoth::record
")
