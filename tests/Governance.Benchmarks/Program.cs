Console.WriteLine("Benchmarks follow with the engine.");
