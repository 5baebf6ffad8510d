using CsCheck;
using Yihao.Rules.Tests.Model;

namespace Yihao.Rules.Tests;

/// <summary>A hall made from its image, or from its ledger, behaves as the original.</summary>
public class ImageTests
{
    private const int Runs = 15;

    private static readonly Gen<Dice[]> Commands =
        Gen.Select(Gen.Int[0, 999], Gen.Int[0, 9_999], Gen.Int[0, 9_999], Gen.Int[0, 99])
            .Select((kind, what, which, time) => new Dice(kind, what, which, time))
            .Array[200];

    [Fact]
    public void A_hall_restored_in_the_middle_of_a_day_decides_as_the_original()
    {
        for (var run = 0; run < Runs; run++)
        {
            var variant = run;
            Commands.Sample(
                dices => Assert.Equal(PlayedOn(variant, dices, _ => false), PlayedOn(variant, dices, i => i == 120)),
                seed: Seeds.Of(run), iter: 1, threads: 1);
        }
    }

    [Fact]
    public void A_hall_restored_after_every_command_decides_as_the_original()
    {
        for (var run = 0; run < 3; run++)
        {
            var variant = run;
            Commands.Sample(
                dices => Assert.Equal(PlayedOn(variant, dices, _ => false), PlayedOn(variant, dices, _ => true)),
                seed: Seeds.Of(run), iter: 1, threads: 1);
        }
    }

    [Fact]
    public void An_image_of_a_restored_hall_is_the_same_image()
    {
        var script = new HallScript(Plans.Little).Play("""
            09:00 open 1 li
            open 2 wang
            take priority elder => A001
            take tax => B001
            take certs => A002
            take certs => A003
            take certs => A004
            call 1 => A001
            start 1
            09:10 call 2 => A002
            hold 2 A003
            09:11 finish 1
            cancel A004
            transfer 1 B001 window 2 because x
            pause 2 because lunch
            """);
        Assert.Equal(Picture.Of(script.Hall), Picture.Of(Picture.Restored(script.Hall)));
    }

    [Fact]
    public void A_hall_is_what_its_ledger_makes_of_it()
    {
        var run = new ModelRun(1, new Coverage());
        run.Play(Commands.Generate(PCG.Parse(Seeds.Of(1)), null!, out _));
        var again = Hall.Begin(run.Ledger[0]);
        foreach (var recorded in run.Ledger.Skip(1))
            again.Apply(recorded);
        Assert.Equal(Picture.Of(run.Hall), Picture.Of(again));
    }

    [Fact]
    public void An_image_stays_what_it_is_when_the_hall_goes_on()
    {
        for (var run = 0; run < Runs; run++)
        {
            var model = new ModelRun(run, new Coverage());
            var dices = Commands.Generate(PCG.Parse(Seeds.Of(run)), null!, out _);
            model.Play(dices[..120]);
            // No restarts behind it: they would make new tickets.
            var rest = dices[120..].Select(dice => dice with { Time = dice.Time is 50 ? 49 : dice.Time });
            var image = HallImage.Of(model.Hall);
            var then = Picture.Of(image);

            model.Play(rest);

            Assert.NotEqual(then, Picture.Of(model.Hall));
            Assert.Equal(then, Picture.Of(image));
        }
    }

    private static List<string> PlayedOn(int variant, Dice[] dices, Func<int, bool> restart)
    {
        var run = new ModelRun(variant, new Coverage());
        for (var i = 0; i < dices.Length; i++)
        {
            // Only the restarts of this test, not those of the run itself.
            run.Play([dices[i] with { Time = dices[i].Time is 50 or 51 ? 49 : dices[i].Time }]);
            if (restart(i))
                run.Restart();
        }

        run.Story.Add(Picture.Of(run.Hall));
        return run.Story;
    }
}
