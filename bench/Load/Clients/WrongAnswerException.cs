namespace Yihao.Load.Clients;

/// <summary>A server answered what it must never answer.</summary>
internal sealed class WrongAnswerException(string message) : Exception(message);
