# Run by CPack on the staged files: Debian keeps manual pages and changelogs compressed.
file(GLOB documents
    ${CPACK_TEMPORARY_INSTALL_DIRECTORY}/usr/share/man/man1/*.1
    ${CPACK_TEMPORARY_INSTALL_DIRECTORY}/usr/share/doc/bitlathe/changelog
    ${CPACK_TEMPORARY_INSTALL_DIRECTORY}/usr/share/doc/bitlathe/NEWS)
if(NOT documents)
    message(FATAL_ERROR "nothing to compress in ${CPACK_TEMPORARY_INSTALL_DIRECTORY}")
endif()
execute_process(COMMAND gzip -9nf ${documents} COMMAND_ERROR_IS_FATAL ANY)
