@echo off
rem Starts Chartroom. Options: see chartroom --help.
setlocal EnableExtensions DisableDelayedExpansion

for %%I in ("%~dp0..") do set "install=%%~fI"

set "java=java.exe"
if defined JAVA_HOME if exist "%JAVA_HOME%\bin\java.exe" set "java=%JAVA_HOME%\bin\java.exe"
if "%java%"=="java.exe" (
    where java.exe >nul 2>nul
    if errorlevel 1 (
        echo chartroom: no Java found. Install Java 17 or newer, or set JAVA_HOME. 1>&2
        exit /b 2
    )
)

set "version="
for /f "tokens=2 delims==" %%V in ('call "%java%" -XshowSettings:properties -version 2^>^&1 ^| findstr /c:"java.specification.version"') do set "version=%%V"
set "version=%version: =%"
if not defined version set "version=0"
if %version% LSS 17 (
    echo chartroom: %java% is Java %version%; Chartroom needs Java 17 or newer. 1>&2
    exit /b 2
)

rem A start profits from the fast compiler and the small collector; the slow compiler comes in ten times later than usual.
set "options=-XX:Tier4InvocationThreshold=50000 -XX:Tier4MinInvocationThreshold=6000 -XX:Tier4CompileThreshold=150000"
set "options=%options% -XX:Tier4BackEdgeThreshold=400000 -XX:+UseSerialGC -Xshare:auto"
rem Java 22 to 24 would take a pipe for a terminal, and wait for a password there.
set "options=%options% -Djdk.console=java.base"
rem Felix 7 reaches for sun.misc.Unsafe; the Java machine would warn about it at each start.
if %version% GEQ 24 set "options=%options% --sun-misc-unsafe-memory-access=allow"

:start
"%java%" %options% %CHARTROOM_JAVA_OPTIONS% "-Dchartroom.install=%install%" -jar "%install%\lib\org.chartroom.platform.launcher.jar" %*
rem 23 and 24 are the exit codes of Eclipse for "start again".
if %errorlevel% EQU 23 goto start
if %errorlevel% EQU 24 goto start
exit /b %errorlevel%
