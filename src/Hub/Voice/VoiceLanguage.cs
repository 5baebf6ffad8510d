namespace Yihao.Hub.Voice;

/// <summary>The language in which a call is spoken; letters have their English names in both, as halls do.</summary>
public enum VoiceLanguage
{
    /// <summary>请 A 零一二号，到三号窗口.</summary>
    Zh,

    /// <summary>Number A zero one two, please go to window three.</summary>
    En,
}

/// <summary>Where a citizen is called to.</summary>
public enum CallPlace
{
    /// <summary>号窗口.</summary>
    Window,

    /// <summary>号远程席.</summary>
    Booth,
}
