# share/quoth/pipeline.xsd: the schema of the pipelines that the plugins built here allow. Included
# at the very end of configuring, when all plugins are known.
function(quoth_plugins_below folder result)
  get_property(found DIRECTORY "${folder}" PROPERTY BUILDSYSTEM_TARGETS)
  get_property(folders DIRECTORY "${folder}" PROPERTY SUBDIRECTORIES)
  foreach(below IN LISTS folders)
    quoth_plugins_below("${below}" more)
    list(APPEND found ${more})
  endforeach()
  set(${result} ${found} PARENT_SCOPE)
endfunction()

quoth_plugins_below("${PROJECT_SOURCE_DIR}/plugins" targets)
set(plugins)
foreach(target IN LISTS targets)
  get_target_property(type ${target} TYPE)
  if(type STREQUAL "MODULE_LIBRARY")
    list(APPEND plugins ${target})
  endif()
endforeach()

set(schema "${PROJECT_BINARY_DIR}/share/quoth/pipeline.xsd")
add_custom_command(OUTPUT "${schema}"
  COMMAND "${CMAKE_COMMAND}" -E env "XDG_CACHE_HOME=${PROJECT_BINARY_DIR}/cache"
    --unset=QUOTH_PLUGIN_PATH "$<TARGET_FILE:quoth>" schema > "${schema}"
  DEPENDS quoth quoth_share ${plugins} VERBATIM)
add_custom_target(quoth_schema ALL DEPENDS "${schema}")
install(FILES "${schema}" DESTINATION "${CMAKE_INSTALL_DATADIR}/quoth")
