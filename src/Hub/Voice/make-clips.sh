#!/bin/sh
# Makes the default clips with a speech synthesizer, for developers; the program needs neither this nor its tools.
# Needs espeak-ng and sox, and installs them with apt-get when they are missing.
# Every clip is 16-bit mono at 22,050 Hz without silence at its ends. A hall may record better
# ones: the setting Voice:Path names a folder with the same sub-folders.
set -eu
cd "$(dirname "$0")/Clips"

for tool in espeak-ng sox; do
  command -v "$tool" >/dev/null && continue
  echo "installing $tool"
  apt-get install -y --no-install-recommends "$tool"
done

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# speak VOICE WORDS_PER_MINUTE CLIP TEXT
speak() {
  espeak-ng -v "$1" -s "$2" -w "$work/raw.wav" "$4"
  # -R: no random dither, so that the same tools make the same bytes; the fades avoid clicks where clips are joined.
  sox -R "$work/raw.wav" -r 22050 -c 1 -b 16 "$3.wav" \
    silence 1 0.005 0.6% reverse silence 1 0.005 0.6% fade t 0.008 reverse fade t 0.004 norm -3
}

# The voice cmn of espeak-ng 1.51 reads pinyin as English ("king three"); cmn-latn-pinyin is right.
chinese() { speak cmn-latn-pinyin 165 "zh/$1" "$2"; }
english() { speak en-us 175 "en/$1" "$2"; }
letter() { speak en-us 145 "both/$1" "$2"; }

rm -rf zh en both
mkdir -p zh en both

sox -R -n -r 22050 -c 1 -b 16 "$work/ding.wav" synth 0.4 sine 660 sine 1320 remix 1v0.8,2v0.2 fade t 0.005 0.4 0.37
sox -R -n -r 22050 -c 1 -b 16 "$work/dong.wav" synth 0.55 sine 528 sine 1056 remix 1v0.8,2v0.2 fade t 0.005 0.55 0.52
sox -R "$work/ding.wav" "$work/dong.wav" both/chime.wav norm -6

# As in Chinese halls, letters are spoken by their English names in both languages.
for name in A B C D E F G H I J K L M N O P Q R S T U V W X Y Z; do
  letter "$name" "$name"
done

for pair in 0=ling2 1=yi1 2=er4 3=san1 4=si4 5=wu3 6=liu4 7=qi1 8=ba1 9=jiu3 10=shi2 100=bai3; do
  chinese "${pair%=*}" "${pair#*=}"
done
chinese please qing3
chinese number hao4
chinese to dao4
chinese window "hao4 chuang1kou3"
chinese booth "hao4 yuan2 cheng2 xi2"

for pair in 0=zero 1=one 2=two 3=three 4=four 5=five 6=six 7=seven 8=eight 9=nine 10=ten 11=eleven 12=twelve \
  13=thirteen 14=fourteen 15=fifteen 16=sixteen 17=seventeen 18=eighteen 19=nineteen 20=twenty 30=thirty 40=forty \
  50=fifty 60=sixty 70=seventy 80=eighty 90=ninety 100=hundred; do
  english "${pair%=*}" "${pair#*=}"
done
english number "number"
english window "please go to window"
english booth "please go to remote booth"

echo "$(ls zh en both | grep -c wav) clips, $(du -cb zh en both | tail -1 | cut -f1) bytes"
