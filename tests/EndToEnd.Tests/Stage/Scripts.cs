namespace Yihao.EndToEnd.Tests.Stage;

/// <summary>What a page is given before its own scripts, to see what a browser does not show.</summary>
internal static class Scripts
{
    /// <summary>Notes every sound that was played to its end, with the size of its file, in <c>__ended</c>.</summary>
    public const string Ears = """
        window.__ended = [];
        const sizes = new Map();
        const create = URL.createObjectURL.bind(URL);
        URL.createObjectURL = (blob) => {
          const url = create(blob);
          sizes.set(url, blob.size);
          return url;
        };
        const RealAudio = window.Audio;
        window.Audio = function (...given) {
          const audio = new RealAudio(...given);
          audio.addEventListener('ended', () => window.__ended.push(sizes.get(audio.src)));
          return audio;
        };
        """;

    /// <summary>Sounds run eight times as fast: for tests that want all calls spoken and not the time of it.</summary>
    public const string FastVoice = """
        const play = HTMLMediaElement.prototype.play;
        HTMLMediaElement.prototype.play = function () {
          this.playbackRate = 8;
          return play.call(this);
        };
        """;

    /// <summary>Keeps every call that the page learns of over its reloads, in the session's storage.</summary>
    public const string Diary = """
        let called;
        Object.defineProperty(window, '__called', {
          get: () => called,
          set: (list) => {
            called = list;
            list.push = (...calls) => {
              const diary = JSON.parse(sessionStorage.getItem('diary') ?? '[]');
              sessionStorage.setItem('diary', JSON.stringify([...diary, ...calls]));
              return Array.prototype.push.apply(list, calls);
            };
          },
        });
        """;

    /// <summary>Counts what goes to the printer in <c>__printed</c>.</summary>
    public const string Printer = "window.__printed = 0; window.print = () => { window.__printed += 1 };";
}
