/* stand_in.exe mutex NAME | file PATH | catch PATH MS, then READY STOP: stands in for the program in trials of the
   installer. Holds the mutex, as the open program does; or keeps PATH from everybody; or waits for PATH to appear and
   then keeps it for so many milliseconds. Makes the file READY once it does (catch: once it waits), and ends when the
   file STOP is there. Without arguments it ends at once.
   stand_in.exe press TITLE BUTTON ...: presses the button of that number in the window whose title begins so, one
   after another, each as soon as it can be pressed; says which it could not.
   stand_in.exe FILE: was asked to open FILE; makes a file beside it whose name goes on with .opened. */
#include <windows.h>
#include <stdio.h>
#include <wchar.h>

static BOOL there(const wchar_t *path)
{
    return GetFileAttributesW(path) != INVALID_FILE_ATTRIBUTES;
}

#define TDM_CLICK_BUTTON (WM_USER + 102)

/* The page or box whose button can be pressed now, and its window; NULL is none. A wizard has its buttons as
   children, and its page beside them; a task dialog keeps its buttons to itself. */
static HWND ready(const wchar_t *title, int button, HWND *window)
{
    HWND child;
    wchar_t text[200];

    for (*window = NULL; (*window = FindWindowExW(NULL, *window, NULL, NULL)) != NULL;) {
        text[0] = 0;
        GetWindowTextW(*window, text, 200);
        if (wcsncmp(text, title, wcslen(title)) || !IsWindowVisible(*window) || !IsWindowEnabled(*window))
            continue;
        if (button > 100)
            return *window;
        child = GetDlgItem(*window, button);
        if (child && IsWindowVisible(child) && IsWindowEnabled(child))
            return FindWindowExW(*window, NULL, L"#32770", NULL);
    }
    return NULL;
}

/* Presses, once the page or box has settled, and again where that was lost; until it is another. */
static BOOL pressed(const wchar_t *title, int button)
{
    HWND window, now, page = NULL;
    int tenths, steady = 0, posted = 0;

    for (tenths = 0; tenths < 300; tenths++) {
        now = ready(title, button, &window);
        if (posted && now != page)
            return TRUE;
        if (now != page)
            steady = 0;
        page = now;
        if (page && steady++ % 20 == 5) {
            if (button > 100)
                PostMessageW(window, TDM_CLICK_BUTTON, button, 0);
            else
                PostMessageW(window, WM_COMMAND, button, (LPARAM)GetDlgItem(window, button));
            posted = 1;
        }
        Sleep(100);
    }
    return FALSE;
}

static int press(int count, wchar_t **words)
{
    int one;

    for (one = 0; one + 1 < count; one += 2)
        if (!pressed(words[one], _wtoi(words[one + 1]))) {
            wprintf(L"press %d could not be done\n", one / 2 + 1);
            return 1;
        }
    return 0;
}

static HANDLE kept(const wchar_t *path)
{
    return CreateFileW(path, GENERIC_READ, 0, NULL, OPEN_EXISTING, 0, NULL);
}

static void catch(const wchar_t *path, int ms, const wchar_t *stop)
{
    HANDLE held = INVALID_HANDLE_VALUE;
    DWORD since;

    while (held == INVALID_HANDLE_VALUE && !there(stop)) {
        held = kept(path);
        Sleep(1);
    }
    for (since = GetTickCount(); GetTickCount() - since < (DWORD)ms && !there(stop);)
        Sleep(10);
    CloseHandle(held);
}

int wmain(int count, wchar_t **words)
{
    HANDLE held = NULL;
    int tenths;

    if (count == 2 && there(words[1])) {
        wchar_t opened[MAX_PATH + 10];
        swprintf(opened, MAX_PATH + 10, L"%ls.opened", words[1]);
        CloseHandle(CreateFileW(opened, GENERIC_WRITE, 0, NULL, CREATE_ALWAYS, 0, NULL));
    }
    if (count < 4)
        return 0;
    if (!wcscmp(words[1], L"press"))
        return press(count - 2, words + 2);
    if (!wcscmp(words[1], L"mutex"))
        held = CreateMutexW(NULL, TRUE, words[2]);
    else if (!wcscmp(words[1], L"file"))
        held = kept(words[2]);
    if (wcscmp(words[1], L"catch") && (!held || held == INVALID_HANDLE_VALUE))
        return 1;
    CloseHandle(CreateFileW(words[count - 2], GENERIC_WRITE, 0, NULL, CREATE_ALWAYS, 0, NULL));
    if (!wcscmp(words[1], L"catch"))
        catch(words[2], _wtoi(words[3]), words[count - 1]);
    for (tenths = 0; tenths < 6000 && !there(words[count - 1]); tenths++)
        Sleep(100);
    return 0;
}
