# Changes to the timeline, and what they are called.

editing-undone = 元に戻しました：{ $what }
editing-done-again = やり直しました：{ $what }

## editing.rs

editing-gone = ファイルがディスクからなくなりました。残っているのは今ここに表示している内容だけです。保存すると書き直せます。
editing-no-utf-8 = このファイルはUTF-8ではないため、ここでは編集できません。先にエディターでUTF-8として保存してください。
editing-merged = ディスク上のファイルが変更されました。両方の変更を取り込みました
editing-bring-in = ディスク上の変更の取り込み
editing-choose = 二つの変更からの選択
editing-take-up = 未保存の変更の引き継ぎ

## editing.rs

editing-on-disk = ディスク上の変更
