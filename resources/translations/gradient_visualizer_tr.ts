<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="tr" sourcelanguage="en">
<context>
    <name>Actions</name>
    <message>
        <source>&amp;About</source>
        <translation>&amp;Hakkında</translation>
    </message>
    <message>
        <source>&amp;Add function</source>
        <translation>Fonksiyon &amp;ekle</translation>
    </message>
    <message>
        <source>&amp;Box zoom</source>
        <translation>&amp;Kutuyla yakınlaştır</translation>
    </message>
    <message>
        <source>&amp;Colours</source>
        <translation>&amp;Renkler</translation>
    </message>
    <message>
        <source>&amp;Copy image</source>
        <translation>&amp;Görüntüyü kopyala</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Koyu</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>Dü&amp;zen</translation>
    </message>
    <message>
        <source>&amp;Export figure…</source>
        <translation>Grafiği &amp;dışa aktar…</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Dosya</translation>
    </message>
    <message>
        <source>&amp;Fit</source>
        <translation>&amp;Sığdır</translation>
    </message>
    <message>
        <source>&amp;Functions and notation</source>
        <translation>&amp;Fonksiyonlar ve gösterim</translation>
    </message>
    <message>
        <source>&amp;Gallery…</source>
        <translation>&amp;Galeri…</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Yardım</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>Klavye kısa&amp;yolları</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Dil</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Açık</translation>
    </message>
    <message>
        <source>&amp;Mark roots and extrema</source>
        <translation>Kökleri ve uç noktaları &amp;işaretle</translation>
    </message>
    <message>
        <source>&amp;New session</source>
        <translation>&amp;Yeni oturum</translation>
    </message>
    <message>
        <source>&amp;None</source>
        <translation>&amp;Yok</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>&amp;Aç…</translation>
    </message>
    <message>
        <source>&amp;Play the sliders</source>
        <translation>Kaydırıcıları &amp;oynat</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Çıkış</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Yinele</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Kaydet</translation>
    </message>
    <message>
        <source>&amp;Stacked plots</source>
        <translation>&amp;Alt alta grafikler</translation>
    </message>
    <message>
        <source>&amp;Tangent at the cursor</source>
        <translation>İmleçteki t&amp;eğet</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Geri al</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Görünüm</translation>
    </message>
    <message>
        <source>Bac&amp;k</source>
        <translation>&amp;Geri</translation>
    </message>
    <message>
        <source>Copy as &amp;PyTorch</source>
        <translation>&amp;PyTorch olarak kopyala</translation>
    </message>
    <message>
        <source>E&amp;xamples</source>
        <translation>Ö&amp;rnekler</translation>
    </message>
    <message>
        <source>Find a &amp;command…</source>
        <translation>&amp;Komut bul…</translation>
    </message>
    <message>
        <source>Follow the &amp;system</source>
        <translation>&amp;Sisteme uy</translation>
    </message>
    <message>
        <source>For&amp;ward</source>
        <translation>İ&amp;leri</translation>
    </message>
    <message>
        <source>Inspecto&amp;r: graph and paths</source>
        <translation>&amp;Hesaplama grafiği ve yollar</translation>
    </message>
    <message>
        <source>Move the cursor with the &amp;keys</source>
        <translation>İmleci &amp;tuşlarla taşı</translation>
    </message>
    <message>
        <source>One &amp;overlay</source>
        <translation>&amp;Tek grafikte üst üste</translation>
    </message>
    <message>
        <source>Recorded &amp;graph of f, f′, f″ in turn</source>
        <translation>Kaydedile&amp;n hesaplama grafiği: sırayla f, f′, f″</translation>
    </message>
    <message>
        <source>Save &amp;as…</source>
        <translation>&amp;Farklı kaydet…</translation>
    </message>
    <message>
        <source>Show ways through branc&amp;hes and loops</source>
        <translation>Dallardan &amp;ve döngülerden geçen yolları göster</translation>
    </message>
    <message>
        <source>Taylor pol&amp;ynomial at the cursor</source>
        <translation>İmleçteki Taylor &amp;polinomu</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>&amp;Yakınlaştır</translation>
    </message>
    <message>
        <source>Zoom o&amp;ut</source>
        <translation>&amp;Uzaklaştır</translation>
    </message>
</context>
<context>
    <name>BugDialog</name>
    <message>
        <source>Copy report</source>
        <translation>Raporu kopyala</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Rapor</translation>
    </message>
    <message>
        <source>Something went wrong</source>
        <translation>Bir şeyler ters gitti</translation>
    </message>
    <message>
        <source>This is a fault of the program, not of yours. Your session is intact: you can go on, and save it. Copy the report and send it to the project, so that the fault can be mended.</source>
        <translation>Bu, programın hatasıdır, sizin değil. Oturumunuz sağlam: çalışmayı sürdürebilir ve oturumu kaydedebilirsiniz. Hatanın giderilebilmesi için raporu kopyalayıp projeye gönderin.</translation>
    </message>
</context>
<context>
    <name>Cause</name>
    <message>
        <source>0 divided by 0, which may have a limit. Write the quotient in another form (`sinc` for sin(πx)/(πx)), or give the point its own branch.</source>
        <translation>0 bölü 0; bir limiti olabilir. Bölümü başka biçimde yazın (sin(πx)/(πx) için `sinc`) ya da noktaya kendi dalını verin.</translation>
    </message>
    <message>
        <source>0 times infinity. Mend the factor that is infinite first.</source>
        <translation>0 çarpı sonsuz. Önce sonsuz olan çarpanı düzeltin.</translation>
    </message>
    <message>
        <source>A division by 0. Leave the point out, or add a small number to the divisor.</source>
        <translation>0&apos;a bölme. Bu noktayı dışarıda bırakın ya da bölene küçük bir sayı ekleyin.</translation>
    </message>
    <message>
        <source>At `{operation}` paths of infinite slope and opposite sign meet. Mend one of them first.</source>
        <translation>`{operation}` düğümünde eğimi sonsuz ve ters işaretli yollar buluşuyor. Önce birini düzeltin.</translation>
    </message>
    <message>
        <source>Infinity minus infinity. Mend the operand that is infinite first.</source>
        <translation>Sonsuz eksi sonsuz. Önce sonsuz olan işleneni düzeltin.</translation>
    </message>
    <message>
        <source>No branch is taken here. Add one that says what the value is elsewhere.</source>
        <translation>Burada hiçbir dal seçilmiyor. Başka yerlerde değerin ne olduğunu söyleyen bir dal ekleyin.</translation>
    </message>
    <message>
        <source>The product of slopes at `{operation}` is above 1.8e308, the largest number. Scale the function down, or take its logarithm.</source>
        <translation>`{operation}` düğümündeki eğimler çarpımı en büyük sayı olan 1.8e308&apos;in üstünde. Fonksiyonu küçültün ya da logaritmasını alın.</translation>
    </message>
    <message>
        <source>The slope of `{operation}` at {operand} is infinite, and what follows multiplies it by 0. Simplify the two together, or give the point its own branch.</source>
        <translation>`{operation}` fonksiyonunun {operand} noktasındaki eğimi sonsuz ve sonrası onu 0 ile çarpıyor. İkisini birlikte sadeleştirin ya da noktaya kendi dalını verin.</translation>
    </message>
    <message>
        <source>The slope of `{operation}` at {operand} is infinite: its curve is vertical there. Keep away from the point, for example with `+ 1e-12` inside.</source>
        <translation>`{operation}` fonksiyonunun {operand} noktasındaki eğimi sonsuz: eğrisi orada dikey. Noktadan uzak durun, örneğin içine `+ 1e-12` ekleyin.</translation>
    </message>
    <message>
        <source>`{operation}` has no slope at {operand}. Give the point its own branch.</source>
        <translation>`{operation}` fonksiyonunun {operand} noktasında eğimi yok. Noktaya kendi dalını verin.</translation>
    </message>
    <message>
        <source>`{operation}` is above 1.8e308, the largest number. Take the logarithm, or a form made for it such as `sigmoid`, `softplus` or `logcosh`.</source>
        <translation>`{operation}` en büyük sayı olan 1.8e308&apos;in üstünde. Logaritmasını alın ya da bunun için yapılmış `sigmoid`, `softplus` veya `logcosh` gibi bir biçim kullanın.</translation>
    </message>
    <message>
        <source>`{operation}` of {operand} is not a finite number. Restrict it to where it is defined.</source>
        <translation>`{operation}`, {operand} için sonlu bir sayı değil. Tanımlı olduğu yerle sınırlayın.</translation>
    </message>
    <message>
        <source>`{operation}` of {operand}, which is outside of its domain. Hold it inside with `clamp`.</source>
        <translation>`{operation}`, {operand} için: bu sayı tanım kümesinin dışında. `clamp` ile içeride tutun.</translation>
    </message>
    <message>
        <source>`{operation}` of {operand}: a logarithm needs a number above 0. Restrict it, as in `{{x &gt; 0}}`.</source>
        <translation>`{operation}`, {operand} için: logaritma 0&apos;dan büyük bir sayı ister. Tanım bölgesini sınırlayın, örneğin `{{x &gt; 0}}` ile.</translation>
    </message>
    <message>
        <source>`{operation}` of {operand}: an even root of a number below 0 is not real. Restrict it, or take `cbrt` or |…|.</source>
        <translation>`{operation}`, {operand} için: 0&apos;dan küçük bir sayının çift kökü gerçel değildir. Tanım bölgesini sınırlayın ya da `cbrt` veya |…| kullanın.</translation>
    </message>
    <message>
        <source>{operand} to a power that is not whole is not real. Write an odd root as `x^(1/3)`, or take |…|.</source>
        <translation>{operand} sayısının tam sayı olmayan kuvveti gerçel değildir. Tek dereceli kökü `x^(1/3)` gibi yazın ya da |…| kullanın.</translation>
    </message>
</context>
<context>
    <name>CheckPanel</name>
    <message>
        <source>Autograd, forward mode</source>
        <translation>Autograd, ileri mod</translation>
    </message>
    <message>
        <source>Autograd, reverse mode</source>
        <translation>Autograd, geri mod</translation>
    </message>
    <message>
        <source>Central difference, nearest</source>
        <translation>Merkezi fark, en yakını</translation>
    </message>
    <message>
        <source>Error of central differences against their step</source>
        <translation>Merkezi farkların adıma göre hatası</translation>
    </message>
    <message>
        <source>Is it the derivative?</source>
        <translation>Bu, türev mi?</translation>
    </message>
    <message>
        <source>Slope on the left</source>
        <translation>Soldaki eğim</translation>
    </message>
    <message>
        <source>Slope on the right</source>
        <translation>Sağdaki eğim</translation>
    </message>
    <message>
        <source>Type a function: its derivative at the cursor is checked here.</source>
        <translation>Bir fonksiyon yazın: imleçteki türevi burada denetlenir.</translation>
    </message>
    <message>
        <source>With large steps the difference cuts the curve short, with small ones rounding eats its digits.</source>
        <translation>Büyük adımlarda fark eğriyi kestirmeden geçer, küçük adımlarda yuvarlama basamaklarını yutar.</translation>
    </message>
    <message>
        <source>autograd</source>
        <translation>autograd</translation>
    </message>
    <message>
        <source>central difference</source>
        <translation>merkezi fark</translation>
    </message>
    <message>
        <source>error</source>
        <translation>hata</translation>
    </message>
    <message>
        <source>step h</source>
        <translation>adım h</translation>
    </message>
</context>
<context>
    <name>ColourMenu</name>
    <message>
        <source>Blue</source>
        <translation>Mavi</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>Yeşil</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>Gri</translation>
    </message>
    <message>
        <source>Orange</source>
        <translation>Turuncu</translation>
    </message>
    <message>
        <source>Purple</source>
        <translation>Mor</translation>
    </message>
    <message>
        <source>Sky blue</source>
        <translation>Gök mavisi</translation>
    </message>
    <message>
        <source>Vermilion</source>
        <translation>Zincifre</translation>
    </message>
    <message>
        <source>Yellow</source>
        <translation>Sarı</translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>Commands</source>
        <translation>Komutlar</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Süzgeç</translation>
    </message>
    <message>
        <source>Find a command</source>
        <translation>Komut bul</translation>
    </message>
    <message>
        <source>Type a few letters</source>
        <translation>Birkaç harf yazın</translation>
    </message>
</context>
<context>
    <name>Copying</name>
    <message>
        <source>A script that runs with torch and matplotlib is on the clipboard.</source>
        <translation>torch ve matplotlib ile çalışan bir betik panoda.</translation>
    </message>
    <message>
        <source>All {count} places are on the clipboard.</source>
        <translation>{count} noktanın hepsi panoda.</translation>
    </message>
    <message>
        <source>The picture is on the clipboard.</source>
        <translation>Görüntü panoya kopyalandı.</translation>
    </message>
    <message>
        <source>The sum over paths is on the clipboard.</source>
        <translation>Yollar üzerinden toplam panoda.</translation>
    </message>
    <message>
        <source>There is no function to copy: type one first.</source>
        <translation>Kopyalanacak fonksiyon yok: önce bir fonksiyon yazın.</translation>
    </message>
    <message>
        <source>{place} is on the clipboard.</source>
        <translation>{place} panoda.</translation>
    </message>
</context>
<context>
    <name>CostPanel</name>
    <message>
        <source>All nodes together: {forward} forward, {backward} backward; {kept} bytes are kept for backward.</source>
        <translation>Bütün düğümler birlikte: ileri {forward}, geriye {backward}; geriye yayılım için {kept} bayt saklanıyor.</translation>
    </message>
    <message>
        <source>Backward</source>
        <translation>Geri</translation>
    </message>
    <message>
        <source>Bytes kept</source>
        <translation>Saklanan bayt</translation>
    </message>
    <message>
        <source>Cost of each node, for one x</source>
        <translation>Her düğümün bedeli, tek bir x için</translation>
    </message>
    <message>
        <source>Costs</source>
        <translation>Bedeller</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>İleri</translation>
    </message>
    <message>
        <source>Node</source>
        <translation>Düğüm</translation>
    </message>
    <message>
        <source>Type a function: what each node of its graph costs is listed here.</source>
        <translation>Bir fonksiyon yazın: Çizgesindeki her düğümün bedeli burada listelenir.</translation>
    </message>
</context>
<context>
    <name>Example</name>
    <message>
        <source>25 points, three operations, and the chain that leads back.</source>
        <translation>25 nokta, üç işlem ve geriye giden zincir.</translation>
    </message>
    <message>
        <source>A billion paths, thirty steps back.</source>
        <translation>Bir milyar yol, geriye otuz adım.</translation>
    </message>
    <message>
        <source>A kink, and two ways to round it off.</source>
        <translation>Bir köşe ve onu yuvarlatmanın iki yolu.</translation>
    </message>
    <message>
        <source>A sine and its history</source>
        <translation>Bir sinüs ve geçmişi</translation>
    </message>
    <message>
        <source>A smooth curve whose slope is infinite at 0.</source>
        <translation>0 noktasında eğimi sonsuz olan pürüzsüz bir eğri.</translation>
    </message>
    <message>
        <source>A swing between two envelopes.</source>
        <translation>İki zarf eğrisi arasında bir salınım.</translation>
    </message>
    <message>
        <source>Amplitude and frequency on two sliders.</source>
        <translation>Genlik ile frekans iki kaydırıcıda.</translation>
    </message>
    <message>
        <source>Autograd records what ran, not what was written.</source>
        <translation>Otomatik türev yazılanı değil, çalışanı kaydeder.</translation>
    </message>
    <message>
        <source>Bessel functions</source>
        <translation>Bessel fonksiyonları</translation>
    </message>
    <message>
        <source>Chain rule</source>
        <translation>Zincir kuralı</translation>
    </message>
    <message>
        <source>Cube root: a vertical tangent</source>
        <translation>Küp kök: dikey teğet</translation>
    </message>
    <message>
        <source>Damped oscillation</source>
        <translation>Sönümlü salınım</translation>
    </message>
    <message>
        <source>Gaussian and its inflections</source>
        <translation>Gauss eğrisi ve büküm noktaları</translation>
    </message>
    <message>
        <source>Gradients add up</source>
        <translation>Gradyanlar birikir</translation>
    </message>
    <message>
        <source>How often it runs depends on the data, and so does the slope.</source>
        <translation>Kaç kez döneceği verilere bağlıdır, eğim de öyle.</translation>
    </message>
    <message>
        <source>Huber and squared loss</source>
        <translation>Huber kaybı ve karesel kayıp</translation>
    </message>
    <message>
        <source>More terms hold on to the curve for longer.</source>
        <translation>Terim arttıkça eğriden daha geç kopar.</translation>
    </message>
    <message>
        <source>No line joins the two sides of a pole.</source>
        <translation>Kutbun iki yanını hiçbir çizgi birleştirmez.</translation>
    </message>
    <message>
        <source>One function within another.</source>
        <translation>İç içe iki fonksiyon.</translation>
    </message>
    <message>
        <source>Only leaves keep a gradient</source>
        <translation>Gradyanı yalnızca yapraklar saklar</translation>
    </message>
    <message>
        <source>Outliers pull less where the gradient is capped.</source>
        <translation>Gradyan sınırlanınca aykırı değerler daha az çeker.</translation>
    </message>
    <message>
        <source>Piecewise: a kink and a jump</source>
        <translation>Parçalı: bir köşe ve bir sıçrama</translation>
    </message>
    <message>
        <source>Poles of the tangent</source>
        <translation>Tanjantın kutupları</translation>
    </message>
    <message>
        <source>ReLU, softplus and GELU</source>
        <translation>ReLU, softplus ve GELU</translation>
    </message>
    <message>
        <source>Recording a branch and a loop</source>
        <translation>Bir dalın ve bir döngünün kaydı</translation>
    </message>
    <message>
        <source>Sigmoid and its slope</source>
        <translation>Sigmoid ve eğimi</translation>
    </message>
    <message>
        <source>Taylor polynomials of the sine</source>
        <translation>Sinüsün Taylor polinomları</translation>
    </message>
    <message>
        <source>The bell bends over one standard deviation out.</source>
        <translation>Çan eğrisi bir standart sapma ötede büküm değiştirir.</translation>
    </message>
    <message>
        <source>The doubling loop</source>
        <translation>İkiye katlama döngüsü</translation>
    </message>
    <message>
        <source>The same number, without a way back.</source>
        <translation>Aynı sayı, ama geri dönüş yolu yok.</translation>
    </message>
    <message>
        <source>The slope of J0 is J1, upside down.</source>
        <translation>J0 fonksiyonunun eğimi, ters çevrilmiş J1’dir.</translation>
    </message>
    <message>
        <source>The steeper the step, the narrower its gradient.</source>
        <translation>Basamak dikleştikçe gradyanı daralır.</translation>
    </message>
    <message>
        <source>Time forward, time backward, bytes kept.</source>
        <translation>İleri süre, geri süre, saklanan baytlar.</translation>
    </message>
    <message>
        <source>Turning autograd off</source>
        <translation>Otomatik türevi kapatmak</translation>
    </message>
    <message>
        <source>Wave on a slope</source>
        <translation>Eğimli doğru üzerinde dalga</translation>
    </message>
    <message>
        <source>What each node costs</source>
        <translation>Her düğümün bedeli</translation>
    </message>
    <message>
        <source>What is computed on the way passes its gradient on.</source>
        <translation>Yolda hesaplananlar gradyanı yalnızca iletir.</translation>
    </message>
    <message>
        <source>What is saved for backward</source>
        <translation>Geriye yayılım için saklananlar</translation>
    </message>
    <message>
        <source>Where there is no derivative, none is drawn.</source>
        <translation>Türevin olmadığı yerde türev çizilmez.</translation>
    </message>
    <message>
        <source>Why a training loop calls zero_grad.</source>
        <translation>Eğitim döngüsünün zero_grad çağırma nedeni.</translation>
    </message>
    <message>
        <source>Why autograd</source>
        <translation>Neden otomatik türev</translation>
    </message>
    <message>
        <source>Why some changes in place are refused.</source>
        <translation>Yerinde yapılan bazı değişikliklerin reddedilme nedeni.</translation>
    </message>
</context>
<context>
    <name>Export</name>
    <message>
        <source>CSV table of the samples</source>
        <translation>Örnek noktaların CSV tablosu</translation>
    </message>
    <message>
        <source>PDF page</source>
        <translation>PDF sayfası</translation>
    </message>
    <message>
        <source>PNG picture</source>
        <translation>PNG resmi</translation>
    </message>
    <message>
        <source>Paper column, 85 mm</source>
        <translation>Makale sütunu, 85 mm</translation>
    </message>
    <message>
        <source>SVG drawing</source>
        <translation>SVG çizimi</translation>
    </message>
    <message>
        <source>Screen, 1600 × 1000</source>
        <translation>Ekran, 1600 × 1000</translation>
    </message>
    <message>
        <source>Slide, 1920 × 1080</source>
        <translation>Slayt, 1920 × 1080</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Vazgeç</translation>
    </message>
    <message>
        <source>E&amp;xport…</source>
        <translation>&amp;Dışa aktar…</translation>
    </message>
    <message>
        <source>Export the plots</source>
        <translation>Grafikleri dışa aktar</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Önizleme</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Sorun</translation>
    </message>
    <message>
        <source>figure</source>
        <translation>grafik</translation>
    </message>
</context>
<context>
    <name>Feature</name>
    <message>
        <source>Gap</source>
        <translation>Boşluk</translation>
    </message>
    <message>
        <source>Hole</source>
        <translation>Delik</translation>
    </message>
    <message>
        <source>Inflection</source>
        <translation>Büküm noktası</translation>
    </message>
    <message>
        <source>Intersection</source>
        <translation>Kesişim</translation>
    </message>
    <message>
        <source>Jump</source>
        <translation>Sıçrama</translation>
    </message>
    <message>
        <source>Kink</source>
        <translation>Köşe</translation>
    </message>
    <message>
        <source>Maximum</source>
        <translation>Maksimum</translation>
    </message>
    <message>
        <source>Minimum</source>
        <translation>Minimum</translation>
    </message>
    <message>
        <source>Oscillation</source>
        <translation>Salınım</translation>
    </message>
    <message>
        <source>Pole</source>
        <translation>Kutup</translation>
    </message>
    <message>
        <source>Root</source>
        <translation>Kök</translation>
    </message>
    <message>
        <source>Vertical tangent</source>
        <translation>Düşey teğet</translation>
    </message>
</context>
<context>
    <name>FeaturesPanel</name>
    <message>
        <source>Copy x, y</source>
        <translation>x, y kopyala</translation>
    </message>
    <message>
        <source>Features</source>
        <translation>Özel noktalar</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Tür</translation>
    </message>
    <message>
        <source>No root, extremum, inflection, intersection or break is in view.</source>
        <translation>Görünümde kök, uç nokta, büküm noktası, kesişim veya kopma yok.</translation>
    </message>
    <message>
        <source>Switch on View, Mark roots and extrema: they are listed here.</source>
        <translation>Görünüm menüsünde Kökleri ve uç noktaları işaretle seçeneğini açın: burada listelenirler.</translation>
    </message>
    <message>
        <source>They are listed here when they are found.</source>
        <translation>Bulununca burada listelenirler.</translation>
    </message>
    <message>
        <source>Worth knowing, by x</source>
        <translation>x sırasıyla özel noktalar</translation>
    </message>
</context>
<context>
    <name>Function</name>
    <message>
        <source>-1 &lt; x &lt; 1</source>
        <translation>-1 &lt; x &lt; 1</translation>
    </message>
    <message>
        <source>-1 ≤ x ≤ 1</source>
        <translation>-1 ≤ x ≤ 1</translation>
    </message>
    <message>
        <source>-1, 0 or 1.</source>
        <translation>-1, 0 veya 1.</translation>
    </message>
    <message>
        <source>0 &lt; x &lt; 1</source>
        <translation>0 &lt; x &lt; 1</translation>
    </message>
    <message>
        <source>0 &lt; x ≤ 1</source>
        <translation>0 &lt; x ≤ 1</translation>
    </message>
    <message>
        <source>0 below 0, else 1.</source>
        <translation>0&apos;ın altında 0, değilse 1.</translation>
    </message>
    <message>
        <source>0 ≤ y ≤ 1</source>
        <translation>0 ≤ y ≤ 1</translation>
    </message>
    <message>
        <source>1 - erf(x), exact in the tail.</source>
        <translation>1 - erf(x), kuyrukta da tam doğrulukla.</translation>
    </message>
    <message>
        <source>1/(1 + exp(-x)).</source>
        <translation>1/(1 + exp(-x)).</translation>
    </message>
    <message>
        <source>Absolute value, |x|.</source>
        <translation>Mutlak değer, |x|.</translation>
    </message>
    <message>
        <source>Airy function.</source>
        <translation>Airy fonksiyonu.</translation>
    </message>
    <message>
        <source>Angle from 0 to π whose cotangent is x.</source>
        <translation>Kotanjantı x olan, 0 ile π arasındaki açı.</translation>
    </message>
    <message>
        <source>Angle of the point (x, y), from -π to π.</source>
        <translation>(x, y) noktasının açısı, -π ile π arasında.</translation>
    </message>
    <message>
        <source>Angle whose cosecant is x.</source>
        <translation>Kosekantı x olan açı.</translation>
    </message>
    <message>
        <source>Angle whose cosine is x.</source>
        <translation>Kosinüsü x olan açı.</translation>
    </message>
    <message>
        <source>Angle whose secant is x.</source>
        <translation>Sekantı x olan açı.</translation>
    </message>
    <message>
        <source>Angle whose sine is x.</source>
        <translation>Sinüsü x olan açı.</translation>
    </message>
    <message>
        <source>Angle whose tangent is x.</source>
        <translation>Tanjantı x olan açı.</translation>
    </message>
    <message>
        <source>Bessel function of the first kind of order 0.</source>
        <translation>Birinci tür, 0. mertebeden Bessel fonksiyonu.</translation>
    </message>
    <message>
        <source>Bessel function of the first kind of order 1.</source>
        <translation>Birinci tür, 1. mertebeden Bessel fonksiyonu.</translation>
    </message>
    <message>
        <source>Cosecant, 1/sin.</source>
        <translation>Kosekant, 1/sin.</translation>
    </message>
    <message>
        <source>Cosine of an angle in radians.</source>
        <translation>Radyan cinsinden açının kosinüsü.</translation>
    </message>
    <message>
        <source>Cotangent, cos/sin.</source>
        <translation>Kotanjant, cos/sin.</translation>
    </message>
    <message>
        <source>Cross entropy of sigmoid(x) and a target y from 0 to 1.</source>
        <translation>0 ile 1 arasındaki y hedefi ile sigmoid(x) arasındaki çapraz entropi.</translation>
    </message>
    <message>
        <source>Cube root, also of numbers below 0.</source>
        <translation>Küp kök, negatif sayılar için de.</translation>
    </message>
    <message>
        <source>Derivative of digamma of a whole order n.</source>
        <translation>digamma fonksiyonunun n. türevi, n tam sayı.</translation>
    </message>
    <message>
        <source>Derivative of lgamma.</source>
        <translation>lgamma fonksiyonunun türevi.</translation>
    </message>
    <message>
        <source>Error function.</source>
        <translation>Hata fonksiyonu.</translation>
    </message>
    <message>
        <source>Floored remainder, with the sign of m; also x mod m and x % m.</source>
        <translation>Aşağı yuvarlamalı bölmenin kalanı, m ile aynı işaretli; x mod m ve x % m de yazılabilir.</translation>
    </message>
    <message>
        <source>Gamma function; x! is gamma(x + 1).</source>
        <translation>Gama fonksiyonu; x!, gamma(x + 1) demektir.</translation>
    </message>
    <message>
        <source>Greatest of several.</source>
        <translation>Verilenlerin en büyüğü.</translation>
    </message>
    <message>
        <source>Greatest whole number that is not above x.</source>
        <translation>x sayısından büyük olmayan en büyük tam sayı.</translation>
    </message>
    <message>
        <source>Hyperbolic cosecant, 1/sinh.</source>
        <translation>Hiperbolik kosekant, 1/sinh.</translation>
    </message>
    <message>
        <source>Hyperbolic cosine.</source>
        <translation>Hiperbolik kosinüs.</translation>
    </message>
    <message>
        <source>Hyperbolic cotangent, 1/tanh.</source>
        <translation>Hiperbolik kotanjant, 1/tanh.</translation>
    </message>
    <message>
        <source>Hyperbolic secant, 1/cosh.</source>
        <translation>Hiperbolik sekant, 1/cosh.</translation>
    </message>
    <message>
        <source>Hyperbolic sine.</source>
        <translation>Hiperbolik sinüs.</translation>
    </message>
    <message>
        <source>Hyperbolic tangent.</source>
        <translation>Hiperbolik tanjant.</translation>
    </message>
    <message>
        <source>Inverse of cosh.</source>
        <translation>cosh fonksiyonunun tersi.</translation>
    </message>
    <message>
        <source>Inverse of coth.</source>
        <translation>coth fonksiyonunun tersi.</translation>
    </message>
    <message>
        <source>Inverse of csch.</source>
        <translation>csch fonksiyonunun tersi.</translation>
    </message>
    <message>
        <source>Inverse of erf.</source>
        <translation>erf fonksiyonunun tersi.</translation>
    </message>
    <message>
        <source>Inverse of sech.</source>
        <translation>sech fonksiyonunun tersi.</translation>
    </message>
    <message>
        <source>Inverse of sigmoid.</source>
        <translation>sigmoid fonksiyonunun tersi.</translation>
    </message>
    <message>
        <source>Inverse of sinh.</source>
        <translation>sinh fonksiyonunun tersi.</translation>
    </message>
    <message>
        <source>Inverse of tanh.</source>
        <translation>tanh fonksiyonunun tersi.</translation>
    </message>
    <message>
        <source>Least of several.</source>
        <translation>Verilenlerin en küçüğü.</translation>
    </message>
    <message>
        <source>Least whole number that is not below x.</source>
        <translation>x sayısından küçük olmayan en küçük tam sayı.</translation>
    </message>
    <message>
        <source>Length of the vector (x, y).</source>
        <translation>(x, y) vektörünün uzunluğu.</translation>
    </message>
    <message>
        <source>Logarithm of |gamma(x)|.</source>
        <translation>|gamma(x)| değerinin doğal logaritması.</translation>
    </message>
    <message>
        <source>Logarithm to the base 10.</source>
        <translation>10 tabanında logaritma.</translation>
    </message>
    <message>
        <source>Logarithm to the base 2; log_b(x) is to any base b.</source>
        <translation>2 tabanında logaritma; log_b(x) herhangi bir b tabanındadır.</translation>
    </message>
    <message>
        <source>Modified Bessel function of the first kind of order 0.</source>
        <translation>Birinci tür, 0. mertebeden değiştirilmiş Bessel fonksiyonu.</translation>
    </message>
    <message>
        <source>Modified Bessel function of the first kind of order 1.</source>
        <translation>Birinci tür, 1. mertebeden değiştirilmiş Bessel fonksiyonu.</translation>
    </message>
    <message>
        <source>Modified Bessel function of the second kind of order 0.</source>
        <translation>İkinci tür, 0. mertebeden değiştirilmiş Bessel fonksiyonu.</translation>
    </message>
    <message>
        <source>Modified Bessel function of the second kind of order 1.</source>
        <translation>İkinci tür, 1. mertebeden değiştirilmiş Bessel fonksiyonu.</translation>
    </message>
    <message>
        <source>Natural logarithm; log means the same.</source>
        <translation>Doğal logaritma; log da aynı anlama gelir.</translation>
    </message>
    <message>
        <source>Nearest whole number; a half goes to the even one.</source>
        <translation>En yakın tam sayı; yarımlar çift sayıya yuvarlanır.</translation>
    </message>
    <message>
        <source>Riemann&apos;s zeta function.</source>
        <translation>Riemann zeta fonksiyonu.</translation>
    </message>
    <message>
        <source>Root of a whole degree n; odd degrees also below 0.</source>
        <translation>Derecesi n olan kök, n tam sayı; tek dereceler negatif sayılar için de.</translation>
    </message>
    <message>
        <source>Scaled elu that keeps mean and variance.</source>
        <translation>Ortalamayı ve varyansı koruyan, ölçeklenmiş elu.</translation>
    </message>
    <message>
        <source>Secant, 1/cos.</source>
        <translation>Sekant, 1/cos.</translation>
    </message>
    <message>
        <source>Sine of an angle in radians.</source>
        <translation>Radyan cinsinden açının sinüsü.</translation>
    </message>
    <message>
        <source>Solution w ≥ -1 of w exp(w) = x.</source>
        <translation>w exp(w) = x denkleminin w ≥ -1 çözümü.</translation>
    </message>
    <message>
        <source>Square root.</source>
        <translation>Karekök.</translation>
    </message>
    <message>
        <source>Tangent of an angle in radians.</source>
        <translation>Radyan cinsinden açının tanjantı.</translation>
    </message>
    <message>
        <source>The approximation of gelu by tanh.</source>
        <translation>gelu fonksiyonunun tanh ile yaklaşımı.</translation>
    </message>
    <message>
        <source>The whole number next to x towards 0.</source>
        <translation>x&apos;in 0 yönündeki en yakın tam sayısı.</translation>
    </message>
    <message>
        <source>Whole part of x/m, floored; x // m in Python.</source>
        <translation>x/m&apos;nin aşağı yuvarlanmış tam kısmı; Python&apos;da x // m.</translation>
    </message>
    <message>
        <source>a, b &gt; 0</source>
        <translation>a, b &gt; 0</translation>
    </message>
    <message>
        <source>all but (0, 0)</source>
        <translation>(0, 0) dışında her yer</translation>
    </message>
    <message>
        <source>all real x</source>
        <translation>her gerçel x</translation>
    </message>
    <message>
        <source>all real x but 0, -1, -2, …</source>
        <translation>0, -1, -2, … dışında her gerçel x</translation>
    </message>
    <message>
        <source>all real x but multiples of π</source>
        <translation>π sayısının katları dışında her gerçel x</translation>
    </message>
    <message>
        <source>all real x but odd multiples of π/2</source>
        <translation>π/2 sayısının tek katları dışında her gerçel x</translation>
    </message>
    <message>
        <source>e to the power x.</source>
        <translation>e üzeri x.</translation>
    </message>
    <message>
        <source>exp(x) - 1, exact near 0.</source>
        <translation>exp(x) - 1, 0 yakınında da tam doğrulukla.</translation>
    </message>
    <message>
        <source>gamma(a) gamma(b)/gamma(a + b).</source>
        <translation>gamma(a) gamma(b)/gamma(a + b).</translation>
    </message>
    <message>
        <source>ln(1 + exp(x)), a smooth relu.</source>
        <translation>ln(1 + exp(x)), pürüzsüz bir relu.</translation>
    </message>
    <message>
        <source>ln(1 + x), exact near 0.</source>
        <translation>ln(1 + x), 0 yakınında da tam doğrulukla.</translation>
    </message>
    <message>
        <source>ln(cosh(x)).</source>
        <translation>ln(cosh(x)).</translation>
    </message>
    <message>
        <source>ln(sigmoid(x)).</source>
        <translation>ln(sigmoid(x)).</translation>
    </message>
    <message>
        <source>low ≤ high</source>
        <translation>low ≤ high</translation>
    </message>
    <message>
        <source>m ≠ 0</source>
        <translation>m ≠ 0</translation>
    </message>
    <message>
        <source>sin(πx)/(πx), and 1 at 0, as in NumPy and PyTorch.</source>
        <translation>sin(πx)/(πx), 0 noktasında 1; NumPy ve PyTorch&apos;taki gibi.</translation>
    </message>
    <message>
        <source>x - floor(x), from 0 up to 1.</source>
        <translation>x - floor(x); 0 dahil, 1 hariç.</translation>
    </message>
    <message>
        <source>x - tanh(x).</source>
        <translation>x - tanh(x).</translation>
    </message>
    <message>
        <source>x &gt; -1</source>
        <translation>x &gt; -1</translation>
    </message>
    <message>
        <source>x &gt; 0</source>
        <translation>x &gt; 0</translation>
    </message>
    <message>
        <source>x &gt; 0, or y whole</source>
        <translation>x &gt; 0 veya y tam sayı</translation>
    </message>
    <message>
        <source>x above 0, else 0.</source>
        <translation>0&apos;ın üstünde x, değilse 0.</translation>
    </message>
    <message>
        <source>x above 0, else a (exp(x) - 1); a is 1 if left out.</source>
        <translation>0&apos;ın üstünde x, değilse a (exp(x) - 1); verilmezse a 1&apos;dir.</translation>
    </message>
    <message>
        <source>x above 0, else a (exp(x/a) - 1); a is 1 if left out.</source>
        <translation>0&apos;ın üstünde x, değilse a (exp(x/a) - 1); verilmezse a 1&apos;dir.</translation>
    </message>
    <message>
        <source>x above 0, else slope times x; slope is 0.01 if left out.</source>
        <translation>0&apos;ın üstünde x, değilse slope çarpı x; verilmezse slope 0.01&apos;dir.</translation>
    </message>
    <message>
        <source>x hardsigmoid(x).</source>
        <translation>x hardsigmoid(x).</translation>
    </message>
    <message>
        <source>x moved towards 0 by d, at most to 0; d is 0.5 if left out.</source>
        <translation>x sayısının 0&apos;a doğru en çok d kadar kaydırılmışı; verilmezse d 0.5&apos;tir.</translation>
    </message>
    <message>
        <source>x sigmoid(x).</source>
        <translation>x sigmoid(x).</translation>
    </message>
    <message>
        <source>x tanh(softplus(x)).</source>
        <translation>x tanh(softplus(x)).</translation>
    </message>
    <message>
        <source>x times the normal distribution&apos;s share below x.</source>
        <translation>x çarpı normal dağılımın x altında kalan payı.</translation>
    </message>
    <message>
        <source>x to the power y, as x^y.</source>
        <translation>x üzeri y, x^y gibi.</translation>
    </message>
    <message>
        <source>x ≠ 0</source>
        <translation>x ≠ 0</translation>
    </message>
    <message>
        <source>x ≠ 1</source>
        <translation>x ≠ 1</translation>
    </message>
    <message>
        <source>x ≥ -1/e</source>
        <translation>x ≥ -1/e</translation>
    </message>
    <message>
        <source>x ≥ 0</source>
        <translation>x ≥ 0</translation>
    </message>
    <message>
        <source>x ≥ 0, or n odd</source>
        <translation>x ≥ 0 veya n tek</translation>
    </message>
    <message>
        <source>x ≥ 1</source>
        <translation>x ≥ 1</translation>
    </message>
    <message>
        <source>x, held between -1 and 1.</source>
        <translation>-1 ile 1 arasında tutulan x.</translation>
    </message>
    <message>
        <source>x, held between 0 and 6.</source>
        <translation>0 ile 6 arasında tutulan x.</translation>
    </message>
    <message>
        <source>x, held between low and high.</source>
        <translation>low ile high arasında tutulan x.</translation>
    </message>
    <message>
        <source>x, taken as a constant by every derivative, as detach() does in PyTorch.</source>
        <translation>x; her türev onu sabit sayar, PyTorch&apos;taki detach() gibi.</translation>
    </message>
    <message>
        <source>x/(1 + |x|).</source>
        <translation>x/(1 + |x|).</translation>
    </message>
    <message>
        <source>x/6 + 1/2, held between 0 and 1.</source>
        <translation>0 ile 1 arasında tutulan x/6 + 1/2.</translation>
    </message>
    <message>
        <source>x²/2 up to |x| = d, then a straight line; d is 1 if left out.</source>
        <translation>|x| = d olana dek x²/2, sonrası doğru; verilmezse d 1&apos;dir.</translation>
    </message>
    <message>
        <source>|x| &gt; 1</source>
        <translation>|x| &gt; 1</translation>
    </message>
    <message>
        <source>|x| ≥ 1</source>
        <translation>|x| ≥ 1</translation>
    </message>
</context>
<context>
    <name>FunctionCard</name>
    <message>
        <source>Choose derivatives</source>
        <translation>Türevleri seç</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Renk</translation>
    </message>
    <message>
        <source>Draw the first derivative</source>
        <translation>Birinci türevi çiz</translation>
    </message>
    <message>
        <source>Draw the fourth derivative</source>
        <translation>Dördüncü türevi çiz</translation>
    </message>
    <message>
        <source>Draw the function</source>
        <translation>Fonksiyonu çiz</translation>
    </message>
    <message>
        <source>Draw the second derivative</source>
        <translation>İkinci türevi çiz</translation>
    </message>
    <message>
        <source>Draw the third derivative</source>
        <translation>Üçüncü türevi çiz</translation>
    </message>
    <message>
        <source>Expression</source>
        <translation>İfade</translation>
    </message>
    <message>
        <source>Remove this function</source>
        <translation>Bu fonksiyonu kaldır</translation>
    </message>
    <message>
        <source>Show or hide</source>
        <translation>Göster veya gizle</translation>
    </message>
    <message>
        <source>Show or hide; the arrow chooses a colour</source>
        <translation>Göster veya gizle; ok renk seçtirir</translation>
    </message>
    <message>
        <source>Type a function, such as sin x</source>
        <translation>Bir fonksiyon yazın, örneğin sin x</translation>
    </message>
</context>
<context>
    <name>FunctionsPanel</name>
    <message>
        <source>Add a function</source>
        <translation>Fonksiyon ekle</translation>
    </message>
    <message>
        <source>Add a function (Ctrl+Return)</source>
        <translation>Fonksiyon ekle (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>Functions</source>
        <translation>Fonksiyonlar</translation>
    </message>
    <message>
        <source>Remove a function</source>
        <translation>Fonksiyonu kaldır</translation>
    </message>
    <message>
        <source>Type a function</source>
        <translation>Fonksiyon yaz</translation>
    </message>
</context>
<context>
    <name>Gallery</name>
    <message>
        <source>Lessons and examples</source>
        <translation>Dersler ve örnekler</translation>
    </message>
</context>
<context>
    <name>Graph</name>
    <message>
        <source>computed for {part}</source>
        <translation>{part} için hesaplandı</translation>
    </message>
</context>
<context>
    <name>GraphPanel</name>
    <message>
        <source>Export the graph</source>
        <translation>Hesaplama grafiğini dışa aktar</translation>
    </message>
    <message>
        <source>Fold the turns of a loop into one</source>
        <translation>Bir döngünün turlarını tek kutuda topla</translation>
    </message>
    <message>
        <source>Forget zero_grad: each leaf keeps its .grad of the backward before</source>
        <translation>zero_grad’i unut: her yaprak, önceki geri geçişten kalan .grad değerini korur</translation>
    </message>
    <message>
        <source>Recorded graph</source>
        <translation>Kaydedilen hesaplama grafiği</translation>
    </message>
    <message>
        <source>Show the whole graph (0)</source>
        <translation>Hesaplama grafiğinin tümünü göster (0)</translation>
    </message>
    <message>
        <source>The derivative stops being a finite number at {node}.</source>
        <translation>Türevin sonlu olmaktan çıktığı düğüm: {node}.</translation>
    </message>
    <message>
        <source>The graph has {count} nodes; up to {limit} are drawn. The paths are listed all the same.</source>
        <translation>Hesaplama grafiğinde {count} düğüm var; en çok {limit} düğüm çizilir. Yollar yine de listelenir.</translation>
    </message>
    <message>
        <source>The value stops being a finite number at {node}.</source>
        <translation>Değerin sonlu olmaktan çıktığı düğüm: {node}.</translation>
    </message>
    <message>
        <source>Type a function: what autograd records for it at the cursor is drawn here.</source>
        <translation>Bir fonksiyon yazın: autograd’ın imleçte onun için kaydettiği burada çizilir.</translation>
    </message>
    <message>
        <source>Value {value}, derivative by {name} {slope}. Play or step to watch how they are computed.</source>
        <translation>Değer {value}, {name} değişkenine göre türev {slope}. Nasıl hesaplandıklarını izlemek için oynatın veya adım adım ilerleyin.</translation>
    </message>
    <message>
        <source>Whose graph is shown</source>
        <translation>Gösterilen hesaplama grafiği</translation>
    </message>
    <message>
        <source>Whose graph: that of the function, or of its derivative (create_graph)</source>
        <translation>Hangi hesaplama grafiği: fonksiyonun kendisininki ya da türevininki (create_graph)</translation>
    </message>
    <message>
        <source>{name} = {value}, and its derivative {next} = {slope}. Each box is one of torch&apos;s own nodes.</source>
        <translation>{name} = {value}, türevi {next} = {slope}. Her kutu torch içindeki tek bir düğümdür.</translation>
    </message>
    <message>
        <source>{name} is not a finite number here, and so no derivative of it is one. Choose {name} above to see where that is born.</source>
        <translation>{name} burada sonlu bir sayı değil, bu yüzden türevleri de değil. Bunun hangi düğümde ortaya çıktığını görmek için yukarıda {name} seçin.</translation>
    </message>
    <message>
        <source>{name} stops being a finite number at {node}.</source>
        <translation>{name} şu düğümde sonlu olmaktan çıkıyor: {node}.</translation>
    </message>
</context>
<context>
    <name>Help</name>
    <message>
        <source>A Python expression works too.</source>
        <translation>Python ifadesi de olur.</translation>
    </message>
    <message>
        <source>Activation functions</source>
        <translation>Aktivasyon fonksiyonları</translation>
    </message>
    <message>
        <source>Arrow keys in a plot</source>
        <translation>Grafikte ok tuşları</translation>
    </message>
    <message>
        <source>Arrow keys on a slider</source>
        <translation>Kaydırıcıda ok tuşları</translation>
    </message>
    <message>
        <source>Defined only where the condition holds.</source>
        <translation>Yalnızca koşulun sağlandığı yerde tanımlıdır.</translation>
    </message>
    <message>
        <source>Defines a function that other cards can use.</source>
        <translation>Diğer kartların kullanabileceği bir fonksiyon tanımlar.</translation>
    </message>
    <message>
        <source>Drag</source>
        <translation>Sürükleme</translation>
    </message>
    <message>
        <source>Drag the upright line</source>
        <translation>Dikey çizgiyi sürükleme</translation>
    </message>
    <message>
        <source>Drag with the right button</source>
        <translation>Sağ düğmeyle sürükleme</translation>
    </message>
    <message>
        <source>Every free name becomes a slider; x is the variable.</source>
        <translation>Tanımlanmamış her ad bir kaydırıcı olur; değişken x harfidir.</translation>
    </message>
    <message>
        <source>Exact derivatives inside expressions.</source>
        <translation>İfadelerin içinde tam türevler.</translation>
    </message>
    <message>
        <source>Exponentials and logarithms</source>
        <translation>Üstel fonksiyonlar ve logaritmalar</translation>
    </message>
    <message>
        <source>Hyperbolic functions</source>
        <translation>Hiperbolik fonksiyonlar</translation>
    </message>
    <message>
        <source>Loss functions</source>
        <translation>Kayıp fonksiyonları</translation>
    </message>
    <message>
        <source>Move it by one step</source>
        <translation>Kaydırıcıyı bir adım oynatır</translation>
    </message>
    <message>
        <source>Move the cursor</source>
        <translation>İmleci taşır</translation>
    </message>
    <message>
        <source>Move the cursor by a pixel, with Shift by ten</source>
        <translation>İmleci bir piksel, Shift ile on piksel taşır</translation>
    </message>
    <message>
        <source>Move the picture</source>
        <translation>Görünümü kaydırır</translation>
    </message>
    <message>
        <source>Notation</source>
        <translation>Gösterim</translation>
    </message>
    <message>
        <source>Piecewise; the last part without a condition is for all other x.</source>
        <translation>Parçalı; koşulsuz son parça, kalan bütün x değerleri içindir.</translation>
    </message>
    <message>
        <source>Plot</source>
        <translation>Grafik</translation>
    </message>
    <message>
        <source>Powers and roots</source>
        <translation>Üsler ve kökler</translation>
    </message>
    <message>
        <source>Powers bind first, and from the right.</source>
        <translation>Önce üsler alınır, sağdan başlayarak.</translation>
    </message>
    <message>
        <source>Products bind alike, written or not, from left to right.</source>
        <translation>İşaretli ve işaretsiz çarpımın önceliği aynıdır, soldan sağa.</translation>
    </message>
    <message>
        <source>Rounding, absolute value, least and greatest</source>
        <translation>Yuvarlama, mutlak değer, en küçük ve en büyük</translation>
    </message>
    <message>
        <source>Signs may be typed as they are written.</source>
        <translation>İşaretler, yazıldıkları gibi girilebilir.</translation>
    </message>
    <message>
        <source>Special functions</source>
        <translation>Özel fonksiyonlar</translation>
    </message>
    <message>
        <source>Sums and products over a count.</source>
        <translation>Sayaçlı toplamlar ve çarpımlar.</translation>
    </message>
    <message>
        <source>The product sign may be left out.</source>
        <translation>Çarpı işareti yazılmayabilir.</translation>
    </message>
    <message>
        <source>Trigonometric functions</source>
        <translation>Trigonometrik fonksiyonlar</translation>
    </message>
    <message>
        <source>Wheel</source>
        <translation>Fare tekerleği</translation>
    </message>
    <message>
        <source>Without brackets a function takes the product that follows, up to +, - or another function.</source>
        <translation>Parantezsiz bir fonksiyon, ardından gelen çarpımı alır: +, - veya başka bir fonksiyona kadar.</translation>
    </message>
    <message>
        <source>Zoom at the pointer; Ctrl: x only, Shift: y only</source>
        <translation>İşaretçinin olduğu yerde yakınlaştırır; Ctrl: yalnız x, Shift: yalnız y</translation>
    </message>
    <message>
        <source>Zoom to a box</source>
        <translation>Çizilen kutuya yakınlaştırır</translation>
    </message>
</context>
<context>
    <name>InspectorPanel</name>
    <message>
        <source>Check</source>
        <translation>Denetim</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Bedel</translation>
    </message>
    <message>
        <source>Costs are measured for the function&apos;s own computation: choose f above the graph to see them.</source>
        <translation>Bedeller fonksiyonun kendi hesaplamasında ölçülür: görmek için hesaplama grafiğinin üstünde f seçin.</translation>
    </message>
    <message>
        <source>Features</source>
        <translation>Özel noktalar</translation>
    </message>
    <message>
        <source>Graph</source>
        <translation>Hesaplama grafiği</translation>
    </message>
    <message>
        <source>Paths</source>
        <translation>Yollar</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Duyarlık</translation>
    </message>
</context>
<context>
    <name>Legend</name>
    <message>
        <source>{formula}: {count} joined points</source>
        <translation>{formula}: birleştirilmiş {count} nokta</translation>
    </message>
</context>
<context>
    <name>Lesson</name>
    <message>
        <source>Change {name}</source>
        <translation>Değiştir: {name}</translation>
    </message>
    <message>
        <source>Move the cursor</source>
        <translation>İmleci taşı</translation>
    </message>
</context>
<context>
    <name>LessonPanel</name>
    <message>
        <source>Close the lesson</source>
        <translation>Dersi kapat</translation>
    </message>
    <message>
        <source>Lesson {number} of {count}</source>
        <translation>Ders {number} / {count}</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Sonraki</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>Önceki</translation>
    </message>
    <message>
        <source>Text of the lesson</source>
        <translation>Ders metni</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>&amp;Examples</source>
        <translation>Ö&amp;rnekler</translation>
    </message>
    <message>
        <source>&amp;Lessons: autograd</source>
        <translation>&amp;Dersler: otomatik türev</translation>
    </message>
    <message>
        <source>&amp;Recent</source>
        <translation>&amp;Son kullanılanlar</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Araçlar</translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Close</source>
        <translation>Kapat</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>İleti</translation>
    </message>
</context>
<context>
    <name>Note</name>
    <message>
        <source>{name} is too fast to be drawn here: its envelope is shown</source>
        <translation>{name} burada çizilemeyecek kadar hızlı: zarfı gösteriliyor</translation>
    </message>
</context>
<context>
    <name>OptionsForm</name>
    <message>
        <source> pixels</source>
        <translation> piksel</translation>
    </message>
    <message>
        <source> pixels per inch</source>
        <translation> piksel/inç</translation>
    </message>
    <message>
        <source>&amp;Colours</source>
        <translation>&amp;Renkler</translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation>&amp;Biçim</translation>
    </message>
    <message>
        <source>&amp;Height</source>
        <translation>&amp;Yükseklik</translation>
    </message>
    <message>
        <source>&amp;Legend</source>
        <translation>&amp;Lejant</translation>
    </message>
    <message>
        <source>&amp;Plots</source>
        <translation>Grafi&amp;kler</translation>
    </message>
    <message>
        <source>&amp;Resolution</source>
        <translation>&amp;Çözünürlük</translation>
    </message>
    <message>
        <source>&amp;Text and lines</source>
        <translation>Yazı &amp;ve çizgiler</translation>
    </message>
    <message>
        <source>&amp;Width</source>
        <translation>&amp;Genişlik</translation>
    </message>
    <message>
        <source>All plots</source>
        <translation>Bütün grafikler</translation>
    </message>
    <message>
        <source>Custom</source>
        <translation>Özel</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Koyu</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Açık</translation>
    </message>
    <message>
        <source>Only {plot}</source>
        <translation>Yalnız {plot}</translation>
    </message>
    <message>
        <source>Si&amp;ze</source>
        <translation>Boyu&amp;t</translation>
    </message>
    <message>
        <source>Tr&amp;ansparent background</source>
        <translation>&amp;Saydam arka plan</translation>
    </message>
</context>
<context>
    <name>ParameterDetails</name>
    <message>
        <source>Draw ∂f/∂{name} and the next step</source>
        <translation>∂f/∂{name} ve sonraki adımı çiz</translation>
    </message>
    <message>
        <source>Reset {name}</source>
        <translation>Sıfırla: {name}</translation>
    </message>
    <message>
        <source>The derivative by {name} over all x, and where the slider&apos;s next step would move the curve</source>
        <translation>{name} parametresine göre her x&apos;teki türev ve kaydırıcının sonraki adımının eğriyi götüreceği yer</translation>
    </message>
    <message>
        <source>Way of playing of {name}</source>
        <translation>{name}: oynatma biçimi</translation>
    </message>
    <message>
        <source>bounce</source>
        <translation>gidip gel</translation>
    </message>
    <message>
        <source>loop</source>
        <translation>döngü</translation>
    </message>
    <message>
        <source>max</source>
        <translation>en çok</translation>
    </message>
    <message>
        <source>min</source>
        <translation>en az</translation>
    </message>
    <message>
        <source>once</source>
        <translation>bir kez</translation>
    </message>
    <message>
        <source>step</source>
        <translation>adım</translation>
    </message>
</context>
<context>
    <name>ParameterRow</name>
    <message>
        <source>Change {name}</source>
        <translation>Değiştir: {name}</translation>
    </message>
    <message>
        <source>Ends, step and way of playing of {name}</source>
        <translation>{name}: uçlar, adım ve oynatma biçimi</translation>
    </message>
    <message>
        <source>Play {name}</source>
        <translation>Oynat: {name}</translation>
    </message>
    <message>
        <source>Slider of {name}</source>
        <translation>{name} kaydırıcısı</translation>
    </message>
    <message>
        <source>Value of {name}</source>
        <translation>{name} değeri</translation>
    </message>
</context>
<context>
    <name>ParametersPanel</name>
    <message>
        <source>A name in a function, such as a in a sin x, gets a slider here.</source>
        <translation>Fonksiyondaki bir ad, örneğin a sin x içindeki a, burada bir kaydırıcı alır.</translation>
    </message>
    <message>
        <source>Drag {name}</source>
        <translation>Sürükle: {name}</translation>
    </message>
    <message>
        <source>Draw the derivative by {name}</source>
        <translation>{name} parametresine göre türevi çiz</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Parametreler</translation>
    </message>
</context>
<context>
    <name>PartsLegend</name>
    <message>
        <source>What each box was computed for is written in its frame: solid frames belong to what is shown, dashed and dotted ones to what it was computed from.</source>
        <translation>Her kutunun ne için hesaplandığı çerçevesinde yazar: düz çerçeveler gösterilene, kesikli ve noktalı olanlar onun dayandığı hesaplamalara aittir.</translation>
    </message>
    <message>
        <source>for {part}: 1 node</source>
        <translation>{part} için: 1 düğüm</translation>
    </message>
    <message>
        <source>for {part}: {count} nodes</source>
        <translation>{part} için: {count} düğüm</translation>
    </message>
</context>
<context>
    <name>PathsPanel</name>
    <message>
        <source>Chain rule, path by path</source>
        <translation>Zincir kuralı, yol yol</translation>
    </message>
    <message>
        <source>Copy the sum as LaTeX</source>
        <translation>Toplamı LaTeX olarak kopyala</translation>
    </message>
    <message>
        <source>Copy the sum as text</source>
        <translation>Toplamı metin olarak kopyala</translation>
    </message>
    <message>
        <source>Factors</source>
        <translation>Çarpanlar</translation>
    </message>
    <message>
        <source>No path leads from the output to {name}: the derivative is 0.</source>
        <translation>Çıktıdan {name} değişkenine giden yol yok: türev 0.</translation>
    </message>
    <message>
        <source>One path leads from the output to {name}; its factors, multiplied, are the derivative.</source>
        <translation>Çıktıdan {name} değişkenine tek yol gider; çarpanlarının çarpımı türevdir.</translation>
    </message>
    <message>
        <source>Paths</source>
        <translation>Yollar</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>Çarpım</translation>
    </message>
    <message>
        <source>Sum</source>
        <translation>Toplam</translation>
    </message>
    <message>
        <source>Type a function: every path of its chain rule at the cursor is listed here.</source>
        <translation>Bir fonksiyon yazın: imleçte zincir kuralının her yolu burada listelenir.</translation>
    </message>
    <message>
        <source>sum of all {count} paths</source>
        <translation>{count} yolun tümünün toplamı</translation>
    </message>
    <message>
        <source>sum of all {count} paths, of which the {listed} largest are listed</source>
        <translation>{count} yolun tümünün toplamı; en büyük {listed} tanesi listelenir</translation>
    </message>
    <message>
        <source>{count} paths lead from the output to {name}. Reverse mode adds them all up in {steps} backward steps, because it visits each node once and hands on one sum for all the paths that meet there.</source>
        <translation>Çıktıdan {name} değişkenine {count} yol gider. Geri mod hepsini {steps} geri adımda toplar, çünkü her düğüme bir kez uğrar ve orada buluşan bütün yollar için tek bir toplam iletir.</translation>
    </message>
</context>
<context>
    <name>Phrase</name>
    <message>
        <source>1 argument</source>
        <translation>1 argüman</translation>
    </message>
    <message>
        <source>A choice between cases here</source>
        <translation>Burada durumlar arasında seçim</translation>
    </message>
    <message>
        <source>A colon belongs in `{{condition: value}}`.</source>
        <translation>İki nokta `{{koşul: değer}}` içinde kullanılır.</translation>
    </message>
    <message>
        <source>A comparison belongs in `if(…)` or `{{condition: value}}`.</source>
        <translation>Karşılaştırma `if(…)` veya `{{koşul: değer}}` içinde kullanılır.</translation>
    </message>
    <message>
        <source>A decorator</source>
        <translation>Bir bezeyici</translation>
    </message>
    <message>
        <source>A derivative by `{name}`</source>
        <translation>`{name}` değişkenine göre türev</translation>
    </message>
    <message>
        <source>A derivative by a parameter</source>
        <translation>Bir parametreye göre türev</translation>
    </message>
    <message>
        <source>A function needs its argument, as in `{example}`.</source>
        <translation>Fonksiyonun argümanı da yazılmalıdır, örneğin `{example}`.</translation>
    </message>
    <message>
        <source>A function of this in {dtype}</source>
        <translation>Bunun bir fonksiyonu {dtype} türünde</translation>
    </message>
    <message>
        <source>A function without a variable</source>
        <translation>Değişkeni olmayan bir işlev</translation>
    </message>
    <message>
        <source>A list in a list</source>
        <translation>Liste içinde liste</translation>
    </message>
    <message>
        <source>A logarithm to the base `{base}`</source>
        <translation>`{base}` tabanında logaritma</translation>
    </message>
    <message>
        <source>A name gets another value by `=`, as in `x = x + 1`.</source>
        <translation>Bir ad başka değeri `=` ile alır; örneğin `x = x + 1`.</translation>
    </message>
    <message>
        <source>A named or starred argument</source>
        <translation>Adlı veya yıldızlı argüman</translation>
    </message>
    <message>
        <source>A negative power of `{name}` itself</source>
        <translation>`{name}` adının kendisine yazılan negatif üs</translation>
    </message>
    <message>
        <source>A prime on `{name}`</source>
        <translation>`{name}` adına konan türev işareti (′)</translation>
    </message>
    <message>
        <source>A restriction stands at the very end; elsewhere write `{{condition: value}}`.</source>
        <translation>Kısıtlama en sonda durur; başka yerde `{{koşul: değer}}` yazın.</translation>
    </message>
    <message>
        <source>A script of a `def`</source>
        <translation>Bir `def` için betik</translation>
    </message>
    <message>
        <source>A slice</source>
        <translation>Bir dilim</translation>
    </message>
    <message>
        <source>A statement outside of a function</source>
        <translation>Bir işlevin dışındaki deyim</translation>
    </message>
    <message>
        <source>A sum or product with ends that vary</source>
        <translation>Uçları değişen bir toplam ya da çarpım</translation>
    </message>
    <message>
        <source>An index</source>
        <translation>Bir dizin</translation>
    </message>
    <message>
        <source>Assign to a name, or to an entry of a list.</source>
        <translation>Değeri bir ada veya bir listenin ögesine atayın.</translation>
    </message>
    <message>
        <source>Begin it with the same blanks as its neighbours; the lines after `:` with four more.</source>
        <translation>Komşu satırlarla aynı sayıda boşlukla başlatın; `:` sonrasındaki satırları dört boşluk daha içeriden.</translation>
    </message>
    <message>
        <source>Call functions by their bare name, such as `sin(x)`.</source>
        <translation>Fonksiyonları yalın adlarıyla çağırın, örneğin `sin(x)`.</translation>
    </message>
    <message>
        <source>Call it, as in `{name}(x)`.</source>
        <translation>`{name}(x)` örneğindeki gibi çağırın.</translation>
    </message>
    <message>
        <source>Changing a list that was handed over</source>
        <translation>Dışarıdan verilen bir listeyi değiştirmek</translation>
    </message>
    <message>
        <source>Copy its entries into a list of this function first.</source>
        <translation>Önce ögelerini bu işlevin bir listesine kopyalayın.</translation>
    </message>
    <message>
        <source>Cyrillic capital letter {letter}</source>
        <translation>Kiril alfabesinin büyük {letter} harfi</translation>
    </message>
    <message>
        <source>Cyrillic small letter {letter}</source>
        <translation>Kiril alfabesinin küçük {letter} harfi</translation>
    </message>
    <message>
        <source>Decimal numbers have a point; arguments stand in brackets.</source>
        <translation>Ondalık sayılar noktayla, argümanlar parantez içinde yazılır.</translation>
    </message>
    <message>
        <source>Define a function, as in `def f(x): return x**2`.</source>
        <translation>`def f(x): return x**2` örneğindeki gibi bir işlev tanımlayın.</translation>
    </message>
    <message>
        <source>Differentiate by the variable of the function.</source>
        <translation>Fonksiyonun değişkenine göre türev alın.</translation>
    </message>
    <message>
        <source>File name too long</source>
        <translation>Dosya adı çok uzun</translation>
    </message>
    <message>
        <source>Finish the Python expression, or write it in math notation.</source>
        <translation>Python ifadesini tamamlayın veya matematik gösterimiyle yazın.</translation>
    </message>
    <message>
        <source>For a comparison write `==`; a definition is `f(x) = …`.</source>
        <translation>Karşılaştırma için `==` yazın; tanım `f(x) = …` biçimindedir.</translation>
    </message>
    <message>
        <source>For a product write `{factor}*{name}`.</source>
        <translation>Çarpım için `{factor}*{name}` yazın.</translation>
    </message>
    <message>
        <source>Fullwidth latin capital letter {letter}</source>
        <translation>tam genişlikte büyük {letter} harfi</translation>
    </message>
    <message>
        <source>Fullwidth latin small letter {letter}</source>
        <translation>tam genişlikte küçük {letter} harfi</translation>
    </message>
    <message>
        <source>Fullwidth {sign}</source>
        <translation>tam genişlikte karakter ({sign})</translation>
    </message>
    <message>
        <source>Functions of the help page are known, as `sin(x)`, `torch.sin(x)` or `x.sin()`.</source>
        <translation>Yardım sayfasındaki işlevler bilinir: `sin(x)`, `torch.sin(x)` ya da `x.sin()` gibi.</translation>
    </message>
    <message>
        <source>Give the arguments in their order.</source>
        <translation>Argümanları sırasıyla yazın.</translation>
    </message>
    <message>
        <source>Give the list a name first, as in `s = []`.</source>
        <translation>Önce listeye bir ad verin, `s = []` örneğindeki gibi.</translation>
    </message>
    <message>
        <source>Give the new list a name of its own.</source>
        <translation>Yeni listeye kendi adını verin.</translation>
    </message>
    <message>
        <source>Go over `range(…)` or a list, as in `for i in range(10):`.</source>
        <translation>`range(…)` veya bir liste üzerinde ilerleyin; örneğin `for i in range(10):`.</translation>
    </message>
    <message>
        <source>Hand `{name}` over as an argument.</source>
        <translation>`{name}` adını bağımsız değişken olarak verin.</translation>
    </message>
    <message>
        <source>Hand the value over as an argument.</source>
        <translation>Değeri argüman olarak verin.</translation>
    </message>
    <message>
        <source>Input/output error</source>
        <translation>Girdi/çıktı hatası</translation>
    </message>
    <message>
        <source>Is a directory</source>
        <translation>Bu bir klasör</translation>
    </message>
    <message>
        <source>It is Python already: copy its text.</source>
        <translation>Zaten Python: metnini kopyalayın.</translation>
    </message>
    <message>
        <source>It is a number; begin a list with `{word} = []`.</source>
        <translation>Bu bir sayı; listeyi `{word} = []` ile başlatın.</translation>
    </message>
    <message>
        <source>Its value is not used; write `name = …` or `return …`.</source>
        <translation>Değeri kullanılmıyor; `name = …` veya `return …` yazın.</translation>
    </message>
    <message>
        <source>Leave it out of the function that is copied.</source>
        <translation>Kopyalanan fonksiyonda kullanmayın.</translation>
    </message>
    <message>
        <source>Leave it out, or return another number.</source>
        <translation>Bunu çıkarın veya başka bir sayı döndürün.</translation>
    </message>
    <message>
        <source>Leave it out, or use `if`.</source>
        <translation>Bunu çıkarın veya `if` kullanın.</translation>
    </message>
    <message>
        <source>Leave it out.</source>
        <translation>Onu çıkarın.</translation>
    </message>
    <message>
        <source>Leave it out; a name gets another value by `=`.</source>
        <translation>Çıkarın; bir ad başka değeri `=` ile alır.</translation>
    </message>
    <message>
        <source>Leave it out; all numbers have 64 bits.</source>
        <translation>Çıkarın; bütün sayılar 64 bitliktir.</translation>
    </message>
    <message>
        <source>Leave it out; derivatives are drawn without it.</source>
        <translation>Çıkarın; türevler onsuz da çizilir.</translation>
    </message>
    <message>
        <source>Leave it out; derivatives are stopped with `stop(x)`.</source>
        <translation>Bunu çıkarın; türevler `stop(x)` ile durdurulur.</translation>
    </message>
    <message>
        <source>Leave it out; softplus is exact everywhere.</source>
        <translation>Çıkarın; softplus her yerde kesindir.</translation>
    </message>
    <message>
        <source>Leave it out; values are shown at the cursor.</source>
        <translation>Çıkarın; değerler imleçte gösterilir.</translation>
    </message>
    <message>
        <source>List the arguments by name, as in `def f(x, a=1.0):`.</source>
        <translation>Bağımsız değişkenleri adlarıyla sıralayın, `def f(x, a=1.0):` örneğindeki gibi.</translation>
    </message>
    <message>
        <source>Lists are for functions that are written with `def`.</source>
        <translation>Listeler `def` ile yazılan işlevler içindir.</translation>
    </message>
    <message>
        <source>Names are Latin letters and digits, or a Greek letter, as in `lr`, `x_0` and `θ`.</source>
        <translation>Adlar Latin harfleri ve rakamlardan veya bir Yunan harfinden oluşur, örneğin `lr`, `x_0` ve `θ`.</translation>
    </message>
    <message>
        <source>No space left on device</source>
        <translation>Diskte yer kalmadı</translation>
    </message>
    <message>
        <source>No such file or directory</source>
        <translation>Böyle bir dosya veya klasör yok</translation>
    </message>
    <message>
        <source>Not a directory</source>
        <translation>Bu bir klasör değil</translation>
    </message>
    <message>
        <source>Only numbers, names, operators, comparisons, `a if c else b` and calls are read.</source>
        <translation>Yalnızca sayılar, adlar, işlemler, karşılaştırmalar, `a if c else b` ve çağrılar okunur.</translation>
    </message>
    <message>
        <source>Only the last part may stand without a condition; write `condition: value`.</source>
        <translation>Yalnızca son parça koşulsuz olabilir; `koşul: değer` yazın.</translation>
    </message>
    <message>
        <source>Only torch, math and numpy are known.</source>
        <translation>Yalnız torch, math ve numpy bilinir.</translation>
    </message>
    <message>
        <source>Permission denied</source>
        <translation>İzin verilmedi</translation>
    </message>
    <message>
        <source>Primes are for functions of one variable.</source>
        <translation>Türev işareti tek değişkenli fonksiyonlar içindir.</translation>
    </message>
    <message>
        <source>Primes are for functions of one variable; write `∂/∂x ({name}(…))`.</source>
        <translation>Türev işareti tek değişkenli fonksiyonlar içindir; `∂/∂x ({name}(…))` yazın.</translation>
    </message>
    <message>
        <source>Primes are for functions, such as `f(x) = …` in a card of its own.</source>
        <translation>Türev işareti fonksiyonlar içindir, örneğin kendi kartında tanımlanan `f(x) = …`.</translation>
    </message>
    <message>
        <source>Put it above the functions.</source>
        <translation>Bunu fonksiyonların üstüne taşıyın.</translation>
    </message>
    <message>
        <source>Put it into a `while` or `for`.</source>
        <translation>Bunu bir `while` veya `for` içine yazın.</translation>
    </message>
    <message>
        <source>Put it into the function, or make it a default argument, as in `def f(x, a=1.0):`.</source>
        <translation>Fonksiyonun içine koyun ya da varsayılan argüman yapın; örneğin `def f(x, a=1.0):`.</translation>
    </message>
    <message>
        <source>Put the helper above, at the left margin.</source>
        <translation>Yardımcı fonksiyonu yukarıya, sol kenara taşıyın.</translation>
    </message>
    <message>
        <source>Python&apos;s {construct}</source>
        <translation>Python dilinin {construct} yapısı</translation>
    </message>
    <message>
        <source>Read one entry of it.</source>
        <translation>Bir ögesini okuyun.</translation>
    </message>
    <message>
        <source>Read one entry, as in `s[0]`.</source>
        <translation>Bir öge okuyun, `s[0]` örneğindeki gibi.</translation>
    </message>
    <message>
        <source>Read-only file system</source>
        <translation>Dosya sistemi salt okunur</translation>
    </message>
    <message>
        <source>Return one number, as in `return x`.</source>
        <translation>Tek bir sayı döndürün; örneğin `return x`.</translation>
    </message>
    <message>
        <source>Say what it is otherwise, as in `a if c else b`.</source>
        <translation>Koşul sağlanmazsa ne olacağını da yazın, örneğin `a if c else b`.</translation>
    </message>
    <message>
        <source>Something is missing after `{text}`.</source>
        <translation>`{text}` ifadesinden sonra bir şey eksik.</translation>
    </message>
    <message>
        <source>Something is missing before it.</source>
        <translation>Öncesinde bir şey eksik.</translation>
    </message>
    <message>
        <source>Take `float32`, which has every function.</source>
        <translation>Her fonksiyonu içeren `float32` türünü seçin.</translation>
    </message>
    <message>
        <source>Take it by a variable or a parameter, as in `d/dx (…)`.</source>
        <translation>Türevi bir değişkene veya parametreye göre alın, örneğin `d/dx (…)`.</translation>
    </message>
    <message>
        <source>Test for the case with `if`.</source>
        <translation>Bu durumu `if` ile sınayın.</translation>
    </message>
    <message>
        <source>The default of `{name}`</source>
        <translation>`{name}` için varsayılan değer</translation>
    </message>
    <message>
        <source>The first argument is the variable, as in `def f(x, a=1.0):`.</source>
        <translation>İlk bağımsız değişken, değişkendir: `def f(x, a=1.0):` örneğindeki gibi.</translation>
    </message>
    <message>
        <source>The first argument of `{name}` is the name that counts, as in `{example}`.</source>
        <translation>`{name}` için ilk argüman sayacın adıdır, örneğin `{example}`.</translation>
    </message>
    <message>
        <source>The list `{word}` as a number</source>
        <translation>Sayı olarak `{word}` listesi</translation>
    </message>
    <message>
        <source>The name `{name}`</source>
        <translation>`{name}` adı</translation>
    </message>
    <message>
        <source>This `return`</source>
        <translation>Bu `return`</translation>
    </message>
    <message>
        <source>This argument of `{name}`</source>
        <translation>`{name}` için bu argüman</translation>
    </message>
    <message>
        <source>This assignment</source>
        <translation>Bu atama</translation>
    </message>
    <message>
        <source>This call</source>
        <translation>Bu çağrı</translation>
    </message>
    <message>
        <source>This comparison</source>
        <translation>Bu karşılaştırma</translation>
    </message>
    <message>
        <source>This constant</source>
        <translation>Bu sabit</translation>
    </message>
    <message>
        <source>This kind of argument</source>
        <translation>Bu tür bir bağımsız değişken</translation>
    </message>
    <message>
        <source>This list</source>
        <translation>Bu liste</translation>
    </message>
    <message>
        <source>This loop</source>
        <translation>Bu döngü</translation>
    </message>
    <message>
        <source>This outside of a loop</source>
        <translation>Bir döngünün dışında bu</translation>
    </message>
    <message>
        <source>This statement</source>
        <translation>Bu deyim</translation>
    </message>
    <message>
        <source>Too many levels of symbolic links</source>
        <translation>İç içe çok fazla sembolik bağlantı</translation>
    </message>
    <message>
        <source>Use + - * / ** % or //; powers are `**`.</source>
        <translation>+ - * / ** % veya // kullanın; üs `**` ile yazılır.</translation>
    </message>
    <message>
        <source>Use += -= *= /= //= %= or **=.</source>
        <translation>+= -= *= /= //= %= veya **= kullanın.</translation>
    </message>
    <message>
        <source>Use &lt; &lt;= &gt; &gt;= == or !=.</source>
        <translation>&lt; &lt;= &gt; &gt;= == veya != kullanın.</translation>
    </message>
    <message>
        <source>Use `not` for conditions.</source>
        <translation>Koşullar için `not` kullanın.</translation>
    </message>
    <message>
        <source>Use several lists of numbers.</source>
        <translation>Birkaç ayrı sayı listesi kullanın.</translation>
    </message>
    <message>
        <source>What is typed here</source>
        <translation>Buraya yazılan</translation>
    </message>
    <message>
        <source>Write `*` or `+` between two numbers.</source>
        <translation>İki sayının arasına `*` veya `+` yazın.</translation>
    </message>
    <message>
        <source>Write `approximate=&apos;tanh&apos;`, or leave it out.</source>
        <translation>`approximate=&apos;tanh&apos;` yazın ya da çıkarın.</translation>
    </message>
    <message>
        <source>Write `a{name}(x)` for the inverse, `1/{same}(x)` for one over it.</source>
        <translation>Ters fonksiyon için `a{name}(x)`, çarpmaya göre tersi için `1/{same}(x)` yazın.</translation>
    </message>
    <message>
        <source>Write `def` functions; the last one is drawn.</source>
        <translation>`def` işlevleri yazın; sonuncusu çizilir.</translation>
    </message>
    <message>
        <source>Write `if` and `elif`.</source>
        <translation>`if` ve `elif` yazın.</translation>
    </message>
    <message>
        <source>Write `ln(x)/ln({base})`.</source>
        <translation>`ln(x)/ln({base})` yazın.</translation>
    </message>
    <message>
        <source>Write `name = …` in a line of its own.</source>
        <translation>Kendi satırında `ad = …` yazın.</translation>
    </message>
    <message>
        <source>Write `{example}`.</source>
        <translation>`{example}` yazın.</translation>
    </message>
    <message>
        <source>Write `{sign}` here.</source>
        <translation>Buraya `{sign}` yazın.</translation>
    </message>
    <message>
        <source>Write a `def` above.</source>
        <translation>Yukarıya bir `def` yazın.</translation>
    </message>
    <message>
        <source>Write a `for` loop with `append`.</source>
        <translation>`append` kullanan bir `for` döngüsü yazın.</translation>
    </message>
    <message>
        <source>Write a real number.</source>
        <translation>Gerçel bir sayı yazın.</translation>
    </message>
    <message>
        <source>Write an operator between the two.</source>
        <translation>İkisinin arasına bir işlem yazın.</translation>
    </message>
    <message>
        <source>Write as many names as values, as in `a, b = b, a`.</source>
        <translation>Değer sayısı kadar ad yazın; örneğin `a, b = b, a`.</translation>
    </message>
    <message>
        <source>Write assignments, `if`, `while`, `for … in range(…)`, `break`, `continue` and `return`.</source>
        <translation>Atamalar, `if`, `while`, `for … in range(…)`, `break`, `continue` ve `return` yazın.</translation>
    </message>
    <message>
        <source>Write functions of numbers.</source>
        <translation>Sayılarla çalışan fonksiyonlar yazın.</translation>
    </message>
    <message>
        <source>Write one name for each value, as in `a, b = b, a`.</source>
        <translation>Her değer için bir ad yazın; örneğin `a, b = b, a`.</translation>
    </message>
    <message>
        <source>Write one name, as in `for i in range(10):`.</source>
        <translation>Tek bir ad yazın; örneğin `for i in range(10):`.</translation>
    </message>
    <message>
        <source>Write plain numbers or parameters as its ends.</source>
        <translation>Uçlarına düz sayılar ya da parametreler yazın.</translation>
    </message>
    <message>
        <source>Write the arguments as names, as in `def f(x, a=1.0):`.</source>
        <translation>Bağımsız değişkenleri ad olarak yazın, `def f(x, a=1.0):` örneğindeki gibi.</translation>
    </message>
    <message>
        <source>Write the cases in a function of one variable.</source>
        <translation>Durumları tek değişkenli bir fonksiyonda yazın.</translation>
    </message>
    <message>
        <source>Write the same order twice, from 1 to 12, as in `d^2/dx^2(…)`.</source>
        <translation>Aynı mertebeyi iki kez yazın, 1 ile 12 arasında, örneğin `d^2/dx^2(…)`.</translation>
    </message>
    <message>
        <source>`{name}` in plain PyTorch</source>
        <translation>Düz PyTorch içinde `{name}`</translation>
    </message>
    <message>
        <source>`{name}` must be from {low} to {high}</source>
        <translation>`{name}` {low} ile {high} arasında olmalıdır</translation>
    </message>
    <message>
        <source>`{name}` of another function</source>
        <translation>Başka bir işlevin `{name}` adı</translation>
    </message>
    <message>
        <source>`{name}` stands twice in one place</source>
        <translation>`{name}` aynı yerde iki kez geçiyor</translation>
    </message>
    <message>
        <source>`{number}` is too large a number</source>
        <translation>`{number}` çok büyük bir sayı</translation>
    </message>
    <message>
        <source>`{text}` is not a number</source>
        <translation>`{text}` bir sayı değil</translation>
    </message>
    <message>
        <source>`{word}` as a list</source>
        <translation>Liste olarak `{word}`</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>liste</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>sayı</translation>
    </message>
    <message>
        <source>a number in it has {count} digits</source>
        <translation>içindeki bir sayının {count} basamağı var</translation>
    </message>
    <message>
        <source>a picture has at most {limit} megapixels</source>
        <translation>bir resim en çok {limit} megapiksel olabilir</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>metin</translation>
    </message>
    <message>
        <source>a text in it has half a character</source>
        <translation>içindeki bir metinde yarım karakter var</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>tam sayı</translation>
    </message>
    <message>
        <source>an object</source>
        <translation>nesne</translation>
    </message>
    <message>
        <source>at least 1 argument</source>
        <translation>en az 1 argüman</translation>
    </message>
    <message>
        <source>at least {least} arguments</source>
        <translation>en az {least} argüman</translation>
    </message>
    <message>
        <source>function {number}</source>
        <translation>{number}. fonksiyon</translation>
    </message>
    <message>
        <source>it</source>
        <translation>içerik</translation>
    </message>
    <message>
        <source>it begins with a byte order mark</source>
        <translation>bayt sırası işaretiyle başlıyor</translation>
    </message>
    <message>
        <source>it has a Taylor polynomial whose order is not between 0 and {limit}</source>
        <translation>derecesi 0 ile {limit} arasında olmayan bir Taylor polinomu var</translation>
    </message>
    <message>
        <source>it has a lesson whose name is not a word</source>
        <translation>adı sözcük olmayan bir ders var</translation>
    </message>
    <message>
        <source>it has a sensitivity to a name that is not a word</source>
        <translation>sözcük olmayan bir ada duyarlılık var</translation>
    </message>
    <message>
        <source>it has no version number</source>
        <translation>sürüm numarası yok</translation>
    </message>
    <message>
        <source>it is empty</source>
        <translation>boş</translation>
    </message>
    <message>
        <source>it is nested too deep</source>
        <translation>çok derin iç içe geçmiş</translation>
    </message>
    <message>
        <source>it is not UTF-8 text (byte {place})</source>
        <translation>UTF-8 metni değil (bayt {place})</translation>
    </message>
    <message>
        <source>it is not a file</source>
        <translation>bir dosya değil</translation>
    </message>
    <message>
        <source>it is not whole JSON (line {line}, column {column})</source>
        <translation>eksiksiz bir JSON değil (satır {line}, sütun {column})</translation>
    </message>
    <message>
        <source>no file can have this name</source>
        <translation>hiçbir dosyanın adı böyle olamaz</translation>
    </message>
    <message>
        <source>not all of it could be written; the disk may be full</source>
        <translation>tamamı yazılamadı; disk dolu olabilir</translation>
    </message>
    <message>
        <source>null</source>
        <translation>null</translation>
    </message>
    <message>
        <source>parameter `{name}`</source>
        <translation>`{name}` parametresi</translation>
    </message>
    <message>
        <source>the cursor is not at a finite number</source>
        <translation>imlecin yeri sonlu bir sayı değil</translation>
    </message>
    <message>
        <source>the row of points of function {number}</source>
        <translation>{number}. fonksiyonun nokta dizisi</translation>
    </message>
    <message>
        <source>the view has not {count} ranges of y</source>
        <translation>görünümdeki y aralıklarının sayısı {count} değil</translation>
    </message>
    <message>
        <source>the view&apos;s x</source>
        <translation>görünümün x aralığı</translation>
    </message>
    <message>
        <source>the view&apos;s y of order {order}</source>
        <translation>görünümün {order}. mertebeden y aralığı</translation>
    </message>
    <message>
        <source>there are more than {limit} functions</source>
        <translation>{limit} sınırından fazla fonksiyon var</translation>
    </message>
    <message>
        <source>there are more than {limit} parameters</source>
        <translation>{limit} sınırından fazla parametre var</translation>
    </message>
    <message>
        <source>there is no memory for so many pixels</source>
        <translation>bu kadar piksel için bellek yetmiyor</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true veya false</translation>
    </message>
    <message>
        <source>two functions have the same key</source>
        <translation>iki fonksiyonun anahtarı aynı</translation>
    </message>
    <message>
        <source>two parameters have the same name</source>
        <translation>iki parametrenin adı aynı</translation>
    </message>
    <message>
        <source>{count} arguments</source>
        <translation>{count} argüman</translation>
    </message>
    <message>
        <source>{least} to {most} arguments</source>
        <translation>{least} ile {most} arasında argüman</translation>
    </message>
    <message>
        <source>{one} or {other}</source>
        <translation>{one} veya {other}</translation>
    </message>
    <message>
        <source>{where} has a colour that is not between 0 and {limit}</source>
        <translation>{where}: renk 0 ile {limit} arasında değil</translation>
    </message>
    <message>
        <source>{where} has a derivative that is not between 0 and {limit}</source>
        <translation>{where}: türev mertebesi 0 ile {limit} arasında değil</translation>
    </message>
    <message>
        <source>{where} has a key that is not between 1 and {limit}</source>
        <translation>{where}: anahtar 1 ile {limit} arasında değil</translation>
    </message>
    <message>
        <source>{where} has a name that is not a word</source>
        <translation>{where}: ad bir sözcük değil</translation>
    </message>
    <message>
        <source>{where} has a number that is not between 2 and {limit}</source>
        <translation>{where}: sayı 2 ile {limit} arasında değil</translation>
    </message>
    <message>
        <source>{where} has a range that is empty</source>
        <translation>{where}: aralık boş</translation>
    </message>
    <message>
        <source>{where} has a range that is not finite</source>
        <translation>{where}: aralık sonlu değil</translation>
    </message>
    <message>
        <source>{where} has a step that is not above 0</source>
        <translation>{where}: adım 0&apos;dan büyük değil</translation>
    </message>
    <message>
        <source>{where} has a value that is not finite</source>
        <translation>{where}: değer sonlu değil</translation>
    </message>
    <message>
        <source>{where} has an unknown entry `{name}`</source>
        <translation>{where}: bilinmeyen girdi `{name}`</translation>
    </message>
    <message>
        <source>{where} has derivatives that are not in ascending order</source>
        <translation>{where}: türevler artan sırada değil</translation>
    </message>
    <message>
        <source>{where} has more than {limit} characters</source>
        <translation>{where}: karakter sayısı {limit} sınırını aşıyor</translation>
    </message>
    <message>
        <source>{where} has no entry `{name}`</source>
        <translation>{where}: `{name}` girdisi yok</translation>
    </message>
    <message>
        <source>{where} has {count} entries, not {expected_count}</source>
        <translation>{where}: {expected_count} yerine {count} girdi var</translation>
    </message>
    <message>
        <source>{where} is none of the choices</source>
        <translation>{where}: seçeneklerden biri değil</translation>
    </message>
    <message>
        <source>{where} is {got}, not {wanted}</source>
        <translation>{where}: {wanted} yerine {got} var</translation>
    </message>
</context>
<context>
    <name>Player</name>
    <message>
        <source>Play</source>
        <translation>Oynat</translation>
    </message>
</context>
<context>
    <name>PlayerBar</name>
    <message>
        <source>One step</source>
        <translation>Bir adım</translation>
    </message>
    <message>
        <source>One step back</source>
        <translation>Bir adım geri</translation>
    </message>
    <message>
        <source>Play or pause: forward, then backward</source>
        <translation>Oynat veya duraklat: önce ileri, sonra geri</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Adım</translation>
    </message>
    <message>
        <source>To the end</source>
        <translation>Sona</translation>
    </message>
    <message>
        <source>To the start</source>
        <translation>Başa</translation>
    </message>
</context>
<context>
    <name>PlotLayout</name>
    <message>
        <source>Type a function at the left</source>
        <translation>Sola bir fonksiyon yazın</translation>
    </message>
</context>
<context>
    <name>PlotView</name>
    <message>
        <source>Left and Right move the cursor, with Shift by ten pixels; plus and minus zoom.</source>
        <translation>Sol ve sağ ok imleci taşır, Shift ile on piksel; artı ve eksi yakınlaştırır ve uzaklaştırır.</translation>
    </message>
    <message>
        <source>Plot</source>
        <translation>Grafik</translation>
    </message>
    <message>
        <source>{keys} At the cursor: {ways}.</source>
        <translation>{keys} İmleçte: {ways}.</translation>
    </message>
</context>
<context>
    <name>PrecisionPanel</name>
    <message>
        <source>Errors of the function and its derivative in smaller number types</source>
        <translation>Fonksiyonun ve türevinin küçük sayı türlerindeki hataları</translation>
    </message>
    <message>
        <source>No derivative is lost in this range.</source>
        <translation>Bu aralıkta hiçbir türev kaybolmuyor.</translation>
    </message>
    <message>
        <source>Smaller number types against float64</source>
        <translation>float64 karşısında küçük sayı türleri</translation>
    </message>
    <message>
        <source>Type a function: its errors in float32, float16 and bfloat16 are drawn here.</source>
        <translation>Bir fonksiyon yazın: float32, float16 ve bfloat16 ile hataları burada çizilir.</translation>
    </message>
    <message>
        <source>largest error nearby</source>
        <translation>yakındaki en büyük hata</translation>
    </message>
    <message>
        <source>{dtype}: f′ overflows at x = {parts}</source>
        <translation>{dtype}: f′ üstten taşıyor, x = {parts}</translation>
    </message>
    <message>
        <source>{dtype}: f′ underflows to 0 at x = {parts}</source>
        <translation>{dtype}: f′ alttan taşıp 0 oluyor, x = {parts}</translation>
    </message>
    <message>
        <source>{dtype}: no digit of f′ is right at x = {parts}</source>
        <translation>{dtype}: f′ değerinin hiçbir basamağı doğru değil, x = {parts}</translation>
    </message>
</context>
<context>
    <name>Problem</name>
    <message>
        <source>A condition stands where a number is needed. Write `if(condition, a, b)`.</source>
        <translation>Sayı gereken yerde bir koşul var. `if(koşul, a, b)` yazın.</translation>
    </message>
    <message>
        <source>A number stands where a condition is needed. Compare it, as in `x &gt; 0`.</source>
        <translation>Koşul gereken yerde bir sayı var. Onu karşılaştırın, örneğin `x &gt; 0`.</translation>
    </message>
    <message>
        <source>A whole number is needed here. Write `int(…)`, as in `{example}`.</source>
        <translation>Burada bir tam sayı gerekir. `{example}` örneğindeki gibi `int(…)` yazın.</translation>
    </message>
    <message>
        <source>More than {limit} MB of memory. Make the counts or the expression smaller.</source>
        <translation>{limit} MB bellek sınırı aşıldı. Sayaçları veya ifadeyi küçültün.</translation>
    </message>
    <message>
        <source>More than {limit} operations are too many to trace. Make the counts smaller.</source>
        <translation>İzlenecek işlem sayısı {limit} sınırını aşıyor. Sayaçları küçültün.</translation>
    </message>
    <message>
        <source>More than {limit} seconds. Make the counts or the expression smaller.</source>
        <translation>{limit} saniye sınırı aşıldı. Sayaçları veya ifadeyi küçültün.</translation>
    </message>
    <message>
        <source>More than {limit} steps. Make the counts or the expression smaller.</source>
        <translation>{limit} adım sınırı aşıldı. Sayaçları veya ifadeyi küçültün.</translation>
    </message>
    <message>
        <source>Nothing can be drawn on this machine: {reason}.</source>
        <translation>Bu makinede hiçbir şey çizilemiyor: {reason}.</translation>
    </message>
    <message>
        <source>Some x come to the end of `{name}` without a value. Add a `return` there.</source>
        <translation>Bazı x değerleri `{name}` işlevinin sonuna değersiz ulaşıyor. Oraya bir `return` ekleyin.</translation>
    </message>
    <message>
        <source>The definitions go in a circle: {cycle}. Break it at one place.</source>
        <translation>Tanımlar döngü oluşturuyor: {cycle}. Döngüyü bir yerinden kırın.</translation>
    </message>
    <message>
        <source>The expression ends too early. {advice}</source>
        <translation>İfade erken bitiyor. {advice}</translation>
    </message>
    <message>
        <source>The expression is nested more than {limit} deep. Split it into definitions.</source>
        <translation>İfadedeki iç içelik {limit} düzeyini aşıyor. İfadeyi tanımlara bölün.</translation>
    </message>
    <message>
        <source>The list grows longer than {limit} entries. Keep fewer of them.</source>
        <translation>Liste {limit} ögeden uzun oluyor. Daha az öge tutun.</translation>
    </message>
    <message>
        <source>The list has {count} entries; none has the index {index}. Compare it with `len` first.</source>
        <translation>Listede {count} öge var; {index} dizinli öge yok. Önce `len` ile karşılaştırın.</translation>
    </message>
    <message>
        <source>The request cannot be understood: {reason}.</source>
        <translation>İstek anlaşılamadı: {reason}.</translation>
    </message>
    <message>
        <source>The session cannot be saved: {reason}. Change that first.</source>
        <translation>Oturum kaydedilemiyor: {reason}. Önce bunu değiştirin.</translation>
    </message>
    <message>
        <source>The text has {count} characters; at most {limit} are read. Split it into definitions.</source>
        <translation>Metin {count} karakter; en çok {limit} karakter okunur. Metni tanımlara bölün.</translation>
    </message>
    <message>
        <source>This loop never ends. Write a `break`, or a condition that fails at last.</source>
        <translation>Bu döngü hiç bitmez. Bir `break` ya da sonunda sağlanmayan bir koşul yazın.</translation>
    </message>
    <message>
        <source>This whole number is too large to be exact here. Keep it below {limit}, or write a number with a point, as in `1.0`, and it is rounded.</source>
        <translation>Bu tam sayı burada kesin tutulamayacak kadar büyük. {limit} altında tutun; ya da `1.0` gibi noktalı bir sayı yazın, o zaman yuvarlanır.</translation>
    </message>
    <message>
        <source>Type a function, for example `a sin(b x) + x/4`.</source>
        <translation>Bir fonksiyon yazın, örneğin `a sin(b x) + x/4`.</translation>
    </message>
    <message>
        <source>Unknown name `{name}`. For a product write `{name}*(…)`.</source>
        <translation>Bilinmeyen ad: `{name}`. Çarpım için `{name}*(…)` yazın.</translation>
    </message>
    <message>
        <source>Unknown name `{name}`; did you mean `{suggestion}`?</source>
        <translation>Bilinmeyen ad: `{name}`; `{suggestion}` mi demek istediniz?</translation>
    </message>
    <message>
        <source>`{bracket}` at {position} is never closed. Add `{closing}`.</source>
        <translation>{position} konumundaki `{bracket}` hiç kapatılmamış. `{closing}` ekleyin.</translation>
    </message>
    <message>
        <source>`{bracket}` closes nothing. Remove it, or add `{opening}` before it.</source>
        <translation>`{bracket}` hiçbir şeyi kapatmıyor. Kaldırın veya öncesine `{opening}` ekleyin.</translation>
    </message>
    <message>
        <source>`{character}` has no meaning here. Remove it.</source>
        <translation>`{character}` karakterinin burada anlamı yok. Kaldırın.</translation>
    </message>
    <message>
        <source>`{character}` is {described}; it only looks like `{similar}`. Type that.</source>
        <translation>`{character}`: {described}; yalnızca `{similar}` gibi görünüyor. `{similar}` yazın.</translation>
    </message>
    <message>
        <source>`{command}` is not available in this version yet.</source>
        <translation>`{command}` bu sürümde henüz yok.</translation>
    </message>
    <message>
        <source>`{file}` cannot be read: {reason}.</source>
        <translation>`{file}` okunamıyor: {reason}.</translation>
    </message>
    <message>
        <source>`{file}` cannot be written: {reason}. Choose another folder.</source>
        <translation>`{file}` yazılamıyor: {reason}. Başka bir klasör seçin.</translation>
    </message>
    <message>
        <source>`{file}` does not exist. Check the name.</source>
        <translation>`{file}` yok. Adı denetleyin.</translation>
    </message>
    <message>
        <source>`{file}` has no known ending. Use one of {known}.</source>
        <translation>`{file}` bilinen bir uzantı taşımıyor. Şunlardan birini kullanın: {known}.</translation>
    </message>
    <message>
        <source>`{file}` has {size} MB; at most {limit} MB are read.</source>
        <translation>`{file}` {size} MB; en çok {limit} MB okunur.</translation>
    </message>
    <message>
        <source>`{file}` is not a session of this program: {reason}.</source>
        <translation>`{file}` bu programın oturumu değil: {reason}.</translation>
    </message>
    <message>
        <source>`{file}` was saved by a newer version ({version}). Update this program to open it.</source>
        <translation>`{file}` daha yeni bir sürümle ({version}) kaydedilmiş. Açmak için bu programı güncelleyin.</translation>
    </message>
    <message>
        <source>`{name}` already has a meaning. Choose another name.</source>
        <translation>`{name}` adının zaten bir anlamı var. Başka bir ad seçin.</translation>
    </message>
    <message>
        <source>`{name}` calls itself more than {limit} deep. End it earlier, or write a loop.</source>
        <translation>`{name}` kendini {limit} düzeyden derin çağırıyor. Daha önce bitirin ya da bir döngü yazın.</translation>
    </message>
    <message>
        <source>`{name}` has no value here for some x. Give it one before the branch or loop.</source>
        <translation>`{name}` bazı x değerlerinde burada değer almamış. Daldan ya da döngüden önce bir değer verin.</translation>
    </message>
    <message>
        <source>`{name}` is defined twice. Rename one of the two.</source>
        <translation>`{name}` iki kez tanımlanmış. İkisinden birinin adını değiştirin.</translation>
    </message>
    <message>
        <source>`{name}` takes {expected}, not {count}. Write `{example}`.</source>
        <translation>`{name}` için {expected} gerekir, {count} değil. `{example}` yazın.</translation>
    </message>
    <message>
        <source>`{name}` would have {count} terms; at most {limit} are added up.</source>
        <translation>`{name}` ifadesinin {count} terimi olurdu; en çok {limit} terim alınır.</translation>
    </message>
    <message>
        <source>`{name}`, which is used here, has a problem of its own. Mend that one first.</source>
        <translation>Burada kullanılan `{name}` adlı tanımın kendisinde bir sorun var. Önce onu giderin.</translation>
    </message>
    <message>
        <source>`{text}` cannot stand here. {advice}</source>
        <translation>`{text}` burada olamaz. {advice}</translation>
    </message>
    <message>
        <source>`{text}` is not a number. Write a number with one decimal point, such as `1.5`.</source>
        <translation>`{text}` bir sayı değil. Tek ondalık noktası olan bir sayı yazın, örneğin `1.5`.</translation>
    </message>
    <message>
        <source>{what} is not offered here. {advice}</source>
        <translation>{what} burada kullanılamaz. {advice}</translation>
    </message>
    <message>
        <source>{what} must be a plain number here, such as `{example}`.</source>
        <translation>{what} düz bir sayı olmalıdır, örneğin `{example}`.</translation>
    </message>
</context>
<context>
    <name>QShortcut</name>
    <message>
        <source>Alt</source>
        <translation>Alt</translation>
    </message>
    <message>
        <source>Ctrl</source>
        <translation>Ctrl</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>Shift</translation>
    </message>
</context>
<context>
    <name>RangePanel</name>
    <message>
        <source>Automatic y range</source>
        <translation>Otomatik y aralığı</translation>
    </message>
    <message>
        <source>Change the view</source>
        <translation>Görünümü değiştir</translation>
    </message>
    <message>
        <source>Greatest x</source>
        <translation>En büyük x</translation>
    </message>
    <message>
        <source>Greatest y</source>
        <translation>En büyük y</translation>
    </message>
    <message>
        <source>Least x</source>
        <translation>En küçük x</translation>
    </message>
    <message>
        <source>Least y</source>
        <translation>En küçük y</translation>
    </message>
    <message>
        <source>Range</source>
        <translation>Aralık</translation>
    </message>
    <message>
        <source>Visible x range</source>
        <translation>Görünen x aralığı</translation>
    </message>
    <message>
        <source>automatic</source>
        <translation>otomatik</translation>
    </message>
</context>
<context>
    <name>ReadoutPanel</name>
    <message>
        <source>Cursor</source>
        <translation>İmleç</translation>
    </message>
    <message>
        <source>Move the cursor</source>
        <translation>İmleci taşı</translation>
    </message>
    <message>
        <source>Where the cursor stands; drag it in the plot, or type a number</source>
        <translation>İmlecin yeri; grafikte sürükleyin veya bir sayı yazın</translation>
    </message>
    <message>
        <source>hole: {name} tends to {limit}</source>
        <translation>delik: {name} → {limit}</translation>
    </message>
    <message>
        <source>not defined here</source>
        <translation>burada tanımsız</translation>
    </message>
    <message>
        <source>not defined here: {reason}</source>
        <translation>burada tanımsız: {reason}</translation>
    </message>
    <message>
        <source>not real here: {reason}</source>
        <translation>burada gerçel değil: {reason}</translation>
    </message>
    <message>
        <source>{name}: left {left}, right {right}</source>
        <translation>{name}: sol {left}, sağ {right}</translation>
    </message>
    <message>
        <source>{name}: left {left}, right {right}; autograd {value}</source>
        <translation>{name}: sol {left}, sağ {right}; autograd {value}</translation>
    </message>
</context>
<context>
    <name>SessionFiles</name>
    <message>
        <source>Cancel</source>
        <translation>Vazgeç</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Kaydetme</translation>
    </message>
    <message>
        <source>Open a session</source>
        <translation>Oturum aç</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Değiştir</translation>
    </message>
    <message>
        <source>Replace it?</source>
        <translation>Üzerine yazılsın mı?</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Kaydet</translation>
    </message>
    <message>
        <source>Save the session</source>
        <translation>Oturumu kaydet</translation>
    </message>
    <message>
        <source>Save them?</source>
        <translation>Kaydedilsin mi?</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>Oturum</translation>
    </message>
    <message>
        <source>Sessions (*.gradviz)</source>
        <translation>Oturumlar (*.gradviz)</translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation>Adsız</translation>
    </message>
    <message>
        <source>“{name}” exists already.</source>
        <translation>“{name}” zaten var.</translation>
    </message>
    <message>
        <source>“{name}” has changes that are not saved.</source>
        <translation>“{name}” oturumunda kaydedilmemiş değişiklikler var.</translation>
    </message>
</context>
<context>
    <name>Status</name>
    <message numerus="yes">
        <source>%n function(s)</source>
        <translation>
            <numerusform>%n fonksiyon</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sample(s)</source>
        <translation>
            <numerusform>%n örnek</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Steps</name>
    <message>
        <source>Backward begins: the derivative of the output by itself is 1</source>
        <translation>Geri geçiş başlıyor: çıktının kendisine göre türevi 1</translation>
    </message>
    <message>
        <source>Backward through {name}:</source>
        <translation>Geri geçiş, {name}:</translation>
    </message>
    <message>
        <source>Forward, for {part}: {name} = {amount}</source>
        <translation>İleri, {part} için: {name} = {amount}</translation>
    </message>
    <message>
        <source>Forward: {name} = {amount}</source>
        <translation>İleri: {name} = {amount}</translation>
    </message>
    <message>
        <source>Nothing is computed yet: the first step gives a leaf its value.</source>
        <translation>Henüz hiçbir şey hesaplanmadı: ilk adım bir yaprağa değerini verir.</translation>
    </message>
    <message>
        <source>{name}.grad = {amount}: everything that came to it is added up</source>
        <translation>{name}.grad = {amount}: ona gelen her şey toplandı</translation>
    </message>
</context>
<context>
    <name>Verdict</name>
    <message>
        <source>A kink: the slope is {left} on the left and {right} on the right, so there is no derivative; {autograd} is autograd&apos;s convention.</source>
        <translation>Bir köşe: eğim solda {left}, sağda {right}, yani türev yok; {autograd} yalnızca autograd&apos;ın seçimi.</translation>
    </message>
    <message>
        <source>Autograd gives no number here, but central differences tend to {central}.</source>
        <translation>Autograd burada sayı vermiyor, ama merkezi farklar şu değere yaklaşıyor: {central}.</translation>
    </message>
    <message>
        <source>Autograd gives {autograd}; central differences come no nearer than {error}: the function changes faster than they can see, or its rounding is too rough for them.</source>
        <translation>Autograd {autograd} veriyor; merkezi farklar ona {error} kadardan fazla yaklaşamıyor: fonksiyon onların görebileceğinden hızlı değişiyor ya da yuvarlama onlar için fazla kaba.</translation>
    </message>
    <message>
        <source>Autograd gives {autograd}; central differences come within {error} of it, best at h = {step}.</source>
        <translation>Autograd {autograd} veriyor; merkezi farklar ona {error} kadar yaklaşıyor, en iyisi h = {step} ile.</translation>
    </message>
    <message>
        <source>Neither autograd nor central differences give a finite number here.</source>
        <translation>Burada ne autograd ne de merkezi farklar sonlu bir sayı veriyor.</translation>
    </message>
    <message>
        <source>Reverse mode gives {autograd} and forward mode {forward}; one of the two is wrong.</source>
        <translation>Geri mod {autograd}, ileri mod {forward} veriyor; ikisinden biri yanlış.</translation>
    </message>
    <message>
        <source>The function ends here, so only one side has a slope; autograd gives {autograd}.</source>
        <translation>Fonksiyon burada bitiyor, yalnızca bir yanın eğimi var; autograd {autograd} veriyor.</translation>
    </message>
    <message>
        <source>The function is not a finite number here, so it has no derivative.</source>
        <translation>Fonksiyon burada sonlu bir sayı değil, bu yüzden türevi yok.</translation>
    </message>
    <message>
        <source>The function jumps here, so there is no derivative; {autograd} is the slope beside the jump.</source>
        <translation>Fonksiyon burada sıçrıyor, yani türev yok; {autograd} sıçramanın yanındaki eğim.</translation>
    </message>
    <message>
        <source>The slope grows without bound here, so there is no derivative; autograd gives {autograd}.</source>
        <translation>Eğim burada sınırsız büyüyor, yani türev yok; autograd {autograd} veriyor.</translation>
    </message>
</context>
<context>
    <name>ViewHistory</name>
    <message>
        <source>Back</source>
        <translation>Geri</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>İleri</translation>
    </message>
</context>
<context>
    <name>Way</name>
    <message>
        <source>no branch that has a name</source>
        <translation>adı olan bir dal yok</translation>
    </message>
    <message>
        <source>{before}, then {after}</source>
        <translation>{before}, sonra {after}</translation>
    </message>
    <message>
        <source>{word} did not run</source>
        <translation>{word} hiç dönmedi</translation>
    </message>
    <message>
        <source>{word} in line {line}</source>
        <translation>{line}. satırdaki {word}</translation>
    </message>
    <message>
        <source>{word} ran once</source>
        <translation>{word} bir kez döndü</translation>
    </message>
    <message>
        <source>{word} ran {count} times</source>
        <translation>{word} {count} kez döndü</translation>
    </message>
    <message>
        <source>{word} {count} times</source>
        <translation>{count} kez {word}</translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message>
        <source>About</source>
        <translation>Hakkında</translation>
    </message>
    <message>
        <source>Change the view</source>
        <translation>Görünümü değiştir</translation>
    </message>
    <message>
        <source>Move the cursor</source>
        <translation>İmleci taşı</translation>
    </message>
    <message>
        <source>See derivatives: type a function, drag its sliders, watch it and its exact derivatives.</source>
        <translation>Türevleri görün: bir fonksiyon yazın, kaydırıcılarını sürükleyin, fonksiyonu ve tam türevlerini izleyin.</translation>
    </message>
    <message>
        <source>{file} is written.</source>
        <translation>{file} yazıldı.</translation>
    </message>
</context>
</TS>
