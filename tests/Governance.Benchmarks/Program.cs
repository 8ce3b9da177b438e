Console.WriteLine("No benchmark has been written yet.");
