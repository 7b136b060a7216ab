@echo off
rem Starts a program of Hai Long in the folder around the unpacked one: data and settings lie there, and a new
rem version finds them.
setlocal
cd /d "%~dp0.."
set settings=
if exist hai-long.env set settings=--env-file=hai-long.env
"%~dp0bin\node.exe" %settings% "%~dp0dist/server/PROGRAM" %*
set code=%errorlevel%
rem After a double click the window would close over what went wrong.
if not "%code%"=="0" if not "%~n0"=="hailong" pause
exit /b %code%
