/* stand_in.exe [mutex | file PATH] READY STOP: stands in for the program in trials of the installer.
   Is open as the program is (holds its mutex), or keeps PATH from everybody; makes the file READY
   once it does, and ends when the file STOP is there. Without arguments it ends at once. */
#include <windows.h>
#include <wchar.h>

static BOOL there(const wchar_t *path)
{
    return GetFileAttributesW(path) != INVALID_FILE_ATTRIBUTES;
}

int wmain(int count, wchar_t **words)
{
    HANDLE held;
    int tenths;

    if (count < 4)
        return 0;
    if (!wcscmp(words[1], L"mutex"))
        held = CreateMutexW(NULL, FALSE, L"Local\\CongVan766-dang-mo");
    else
        held = CreateFileW(words[2], GENERIC_READ, 0, NULL, OPEN_EXISTING, 0, NULL);
    if (!held || held == INVALID_HANDLE_VALUE)
        return 1;
    CloseHandle(CreateFileW(words[count - 2], GENERIC_WRITE, 0, NULL, CREATE_ALWAYS, 0, NULL));
    for (tenths = 0; tenths < 900 && !there(words[count - 1]); tenths++)
        Sleep(100);
    return 0;
}
