# SPDX-FileCopyrightText: Stagekeeper developers
# SPDX-License-Identifier: Apache-2.0
# Direction of dependency: fails on an include line that points against it. Run by ctest: cmake -P layering.cmake
#
# The link lists already stop <QWidget> in model/, because only Qt Core's folder is searched there. They do not stop
# <QtWidgets/QWidget>, OpenSSL or SQLite, whose headers lie in a folder that every compiler searches.
cmake_minimum_required(VERSION 3.25)
get_filename_component(root "${CMAKE_CURRENT_LIST_DIR}/.." ABSOLUTE)

# What each layer may include of ours besides itself.
set(may_model_base "")
set(may_model_domain model/base)
set(may_model_security model/base model/domain)
set(may_model_inspect model/base)
set(may_model_store model/base model/domain model/security)
set(may_model_workflow model/base model/domain model/security model/store)
set(may_model_import model/base model/domain model/store model/workflow)
set(may_model_layout model/base model/domain)
set(may_model_items model/base model/domain model/store model/workflow model/layout)
set(may_views model/base model/domain model/store model/import model/workflow model/layout model/items)
set(may_app model views)
set(may_tests model views app)

# What only one place may include, and which place.
set(guarded "model/store/(sql|mlflow)/" "<openssl/" "<qt6keychain/" "<sqlite3\\.h" "<QSql" "<(graphviz/|gvc\\.h|cgraph\\.h)" "<Qt[A-Za-z0-9]+/")
set(places "^(model/store|app|tests)/" "^model/security/" "^model/security/" "^(model/store/sql|tests)/"
  "^(model/store/sql|model/import|tests)/" "^model/layout/graphviz" "^$")

function(check_file layer file)
  file(STRINGS "${root}/${file}" includes REGEX "^ *# *include")
  foreach(line IN LISTS includes)
    if(line MATCHES "\"((model/[a-z]+|views|app|tests)/[^\"]+)\"")
      set(included "${CMAKE_MATCH_1}")
      set(allowed FALSE)
      foreach(other IN LISTS may_${layer_name} ITEMS ${layer})
        string(FIND "${included}" "${other}/" position)
        if(position EQUAL 0)
          set(allowed TRUE)
        endif()
      endforeach()
      if(NOT allowed)
        message(SEND_ERROR "${file} may not include ${included}")
      endif()
    endif()
    foreach(pattern place IN ZIP_LISTS guarded places)
      if(line MATCHES "${pattern}" AND NOT file MATCHES "${place}")
        message(SEND_ERROR "${file} may not have ${line}")
      endif()
    endforeach()
  endforeach()
endfunction()

file(GLOB parts RELATIVE "${root}" "${root}/model/*")
foreach(layer IN ITEMS ${parts} views app tests)
  string(REPLACE "/" "_" layer_name "${layer}")
  file(GLOB_RECURSE files RELATIVE "${root}" "${root}/${layer}/*.cpp" "${root}/${layer}/*.h")
  if(files AND NOT DEFINED may_${layer_name})
    message(SEND_ERROR "${layer}: a layer that tests/layering.cmake does not know")
  endif()
  foreach(file IN LISTS files)
    check_file("${layer}" "${file}")
  endforeach()
endforeach()
