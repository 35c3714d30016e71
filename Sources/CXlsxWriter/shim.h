// Writing of Excel workbooks.
#include <xlsxwriter.h>
