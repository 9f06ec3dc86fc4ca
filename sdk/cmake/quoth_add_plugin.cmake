# quoth_add_plugin(NAME SOURCES file... [LIBRARIES target...] [RESOURCES folder...])
#
# Builds NAME.so, a Quoth plugin: hidden visibility, no undefined symbols, and a version script
# that exports the one data symbol of the contract (quoth/abi.h) whatever the sources and the
# libraries linked into it say. RESOURCES names folders whose files, laid together, travel beside the
# library as NAME.resources/ and are what a stage's `quoth.resource/1` service opens.
#
# Works in Quoth's own tree and in any project after find_package(quoth).

set(QUOTH_PLUGIN_EXPORTS "${CMAKE_CURRENT_LIST_DIR}/plugin.map" CACHE INTERNAL "")

function(quoth_add_plugin name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;LIBRARIES;RESOURCES")
  if(arg_UNPARSED_ARGUMENTS OR NOT arg_SOURCES)
    message(FATAL_ERROR "quoth_add_plugin(${name}): give SOURCES, and only SOURCES, LIBRARIES, RESOURCES")
  endif()
  add_library(${name} MODULE ${arg_SOURCES})
  target_link_libraries(${name} PRIVATE quoth::sdk ${arg_LIBRARIES})
  target_compile_features(${name} PRIVATE c_std_11 cxx_std_20)
  set_target_properties(${name} PROPERTIES
    PREFIX ""
    C_VISIBILITY_PRESET hidden
    CXX_VISIBILITY_PRESET hidden
    VISIBILITY_INLINES_HIDDEN ON
    LINK_DEPENDS "${QUOTH_PLUGIN_EXPORTS}")
  target_link_options(${name} PRIVATE "-Wl,--version-script=${QUOTH_PLUGIN_EXPORTS}")
  if(NOT QUOTH_SANITIZE)  # a sanitizer's own symbols stay undefined until the host provides them
    target_link_options(${name} PRIVATE -Wl,-z,defs)
  endif()
  if(QUOTH_PLUGIN_OUTPUT_DIRECTORY)
    set_target_properties(${name} PROPERTIES
      LIBRARY_OUTPUT_DIRECTORY "${QUOTH_PLUGIN_OUTPUT_DIRECTORY}")
  endif()
  if(arg_RESOURCES)
    set(folders)
    set(files)
    foreach(resources IN LISTS arg_RESOURCES)
      get_filename_component(folder "${resources}" ABSOLUTE)
      file(GLOB_RECURSE found CONFIGURE_DEPENDS "${folder}/*")
      list(APPEND folders "${folder}")
      list(APPEND files ${found})
    endforeach()
    set(stamp "${CMAKE_CURRENT_BINARY_DIR}/${name}.resources.stamp")
    add_custom_command(OUTPUT "${stamp}"
      COMMAND "${CMAKE_COMMAND}" -E rm -rf "$<TARGET_FILE_DIR:${name}>/${name}.resources"
      COMMAND "${CMAKE_COMMAND}" -E copy_directory ${folders} "$<TARGET_FILE_DIR:${name}>/${name}.resources"
      COMMAND "${CMAKE_COMMAND}" -E touch "${stamp}"
      DEPENDS ${files} VERBATIM)
    add_custom_target(${name}_resources ALL DEPENDS "${stamp}")
    add_dependencies(${name} ${name}_resources)
  endif()
  if(QUOTH_PLUGIN_INSTALL_DIRECTORY)
    install(TARGETS ${name} LIBRARY DESTINATION "${QUOTH_PLUGIN_INSTALL_DIRECTORY}")
    if(arg_RESOURCES)
      foreach(folder IN LISTS folders)
        install(DIRECTORY "${folder}/"
          DESTINATION "${QUOTH_PLUGIN_INSTALL_DIRECTORY}/${name}.resources")
      endforeach()
    endif()
  endif()
endfunction()
