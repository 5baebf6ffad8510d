using Yihao.Silo;

return await YihaoProgram.Run(args);
