@echo off
rem Builds what is missing, then runs Ludus. See README.md, or: ludus --help
setlocal
set "HERE=%~dp0"
set "CLASSPATH_FILE=%HERE%desktop\target\classpath"
set "BUILT=%HERE%desktop\target\ludus.built"
set "JAVA=java"
if defined JAVA_HOME if exist "%JAVA_HOME%\bin\java.exe" set "JAVA=%JAVA_HOME%\bin\java.exe"
where "%JAVA%" >nul 2>nul || if not exist "%JAVA%" (
  echo ludus: there is no Java here: install a JDK, 17 or later, or set JAVA_HOME 1>&2
  exit /b 1
)
if not exist "%BUILT%" goto build
powershell -NoProfile -Command "$b=(Get-Item $env:BUILT).LastWriteTime; $s=Get-ChildItem -Path ($env:HERE+'pom.xml'),($env:HERE+'*\pom.xml'),($env:HERE+'*\src\main'),($env:HERE+'assets') -Recurse -File -ErrorAction SilentlyContinue | Where-Object {$_.LastWriteTime -gt $b} | Select-Object -First 1; if ($s) {exit 1}"
if errorlevel 1 goto build
goto run

:build
where mvn >nul 2>nul || (
  echo ludus: Maven is needed to build Ludus once: install it ^(version 3.8 or later^) 1>&2
  exit /b 1
)
echo ludus: building ^(the first time this also fetches libraries^) ... 1>&2
pushd "%HERE%"
call mvn -q -B %LUDUS_MAVEN_OPTS% -DskipTests -Dspotless.check.skip=true package 1>&2
if errorlevel 1 (
  popd
  echo ludus: the build failed; the lines above say why 1>&2
  exit /b 1
)
popd
type nul > "%BUILT%"

:run
rem The class path is longer than a command line may be, so it goes through an argument file, in
rem which a backslash must be written twice.
set "ARGUMENTS=%HERE%desktop\target\ludus.args"
powershell -NoProfile -Command "$c=$env:HERE+'desktop\target\classes;'+(Get-Content -Raw $env:CLASSPATH_FILE).Trim(); '-cp \"'+$c.Replace('\','\\')+'\"' | Set-Content -Encoding ascii $env:ARGUMENTS"
"%JAVA%" --enable-native-access=ALL-UNNAMED -XX:+UseSerialGC -XX:MaxDirectMemorySize=1024g -XX:+IgnoreUnrecognizedVMOptions --sun-misc-unsafe-memory-access=allow %JAVA_OPTS% -Dludus.home="%HERE%." @"%ARGUMENTS%" ludus.headless.cli.Ludus %*
exit /b %errorlevel%
