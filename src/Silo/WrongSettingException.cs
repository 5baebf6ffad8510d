namespace Yihao.Silo;

/// <summary>A setting that stops the start. The message names it, its value, and what is allowed.</summary>
public sealed class WrongSettingException : Exception
{
    public WrongSettingException() { }

    public WrongSettingException(string message) : base(message) { }

    public WrongSettingException(string message, Exception inner) : base(message, inner) { }
}
