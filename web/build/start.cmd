@echo off
rem Runs in the parent folder, so that data and settings survive an upgrade.
setlocal
cd /d "%~dp0.."
set settings=
if exist hai-long.env set settings=--env-file=hai-long.env
"%~dp0bin\node.exe" %settings% "%~dp0dist/server/PROGRAM" %*
set code=%errorlevel%
rem Started by a double click, the window would close before an error can be read.
if not "%code%"=="0" if not "%~n0"=="hailong" pause
exit /b %code%
