package ludus.core;

import org.openjdk.jmh.runner.NoBenchmarksException;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;

/**
 * Runs the micro-benchmarks on the class path as JMH's own main class does, but does not fail where
 * none has the name that is asked for: Maven asks every module that it builds.
 */
public final class MicroBenchmarks {
  private MicroBenchmarks() {}

  public static void main(String[] args) throws CommandLineOptionException, RunnerException {
    try {
      new Runner(new CommandLineOptions(args)).run();
    } catch (NoBenchmarksException e) {
      System.out.println("There is no such benchmark in this module.");
    }
  }
}
