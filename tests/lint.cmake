# SPDX-FileCopyrightText: Stagekeeper developers
# SPDX-License-Identifier: Apache-2.0
# What a compiler does not say and a reviewer should not have to. Run by ctest: cmake -P lint.cmake
cmake_minimum_required(VERSION 3.25)
get_filename_component(root "${CMAKE_CURRENT_LIST_DIR}/.." ABSOLUTE)

file(GLOB_RECURSE code RELATIVE "${root}" "${root}/app/*.cpp" "${root}/app/*.h" "${root}/model/*.cpp" "${root}/model/*.h"
  "${root}/views/*.cpp" "${root}/views/*.h" "${root}/tests/*.cpp" "${root}/tests/*.h")
file(GLOB_RECURSE others RELATIVE "${root}" "${root}/app/CMakeLists.txt" "${root}/model/CMakeLists.txt" "${root}/views/CMakeLists.txt"
  "${root}/tests/CMakeLists.txt" "${root}/tests/*.cmake" "${root}/packaging/*" "${root}/resources/schema/*" "${root}/resources/icons/*")

# Nested loops and waiting freeze or re-enter the window; see measurements of QtConcurrent::run in serialqueue.h.
set(banned "QtConcurrent::run" "processEvents" "qWait\\(" "QEventLoop" "QMessageBox::(information|warning|critical|about)")
# A text from a registry is never markup. The manual is ours.
set(markup "Qt::RichText|Qt::AutoText|setHtml\\(")
set(machine "[\"'(]/(home|root|work|Users|mnt)/[a-z]")

foreach(file IN LISTS code others)
  file(READ "${root}/${file}" text)
  if(NOT text MATCHES "SPDX-FileCopyrightText: .*SPDX-License-Identifier: ")
    message(SEND_ERROR "${file}: the two SPDX lines are missing")
  endif()
endforeach()

foreach(file IN LISTS code)
  file(READ "${root}/${file}" text)
  string(REGEX MATCHALL "\n" lines "${text}")
  list(LENGTH lines length)
  if(length GREATER 500 AND NOT file MATCHES "^tests/")
    message(SEND_ERROR "${file}: ${length} lines, 500 is the end")
  endif()
  string(REGEX REPLACE "//[^\n]*" "" text "${text}")
  foreach(pattern IN LISTS banned machine)
    if(text MATCHES "${pattern}")
      message(SEND_ERROR "${file}: ${CMAKE_MATCH_0} is not used here")
    endif()
  endforeach()
  if(text MATCHES "${markup}" AND file MATCHES "^(views|app)/" AND NOT file MATCHES "^views/manual/")
    message(SEND_ERROR "${file}: ${CMAKE_MATCH_0} would show data as markup")
  endif()
endforeach()
