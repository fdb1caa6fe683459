package org.chartroom.core.value;

import java.util.Arrays;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Currencies as people write them where nothing but a currency can stand: by code, by sign, or by a word like "Euro". A word
 * that several currencies have, as "dollar", is none of them without a context that decides.
 */
public final class CurrencyWords {
    /** Words, and behind the colon the codes; of several codes none is meant by the word alone. */
    private static final String TABLE = """
            euro|euros|\u03B5\u03C5\u03C1\u03CE: EUR
            us dollar|us dollars|us-dollar|u.s. dollar|u.s. dollars|american dollar|american dollars: USD
            dollar am\u00E9ricain|dollars am\u00E9ricains|d\u00F3lar americano|d\u00F3lar estadounidense: USD
            pound sterling|pounds sterling|sterling|british pound|british pounds|uk pound|uk pounds: GBP
            pfund sterling|britisches pfund|livre sterling|livres sterling|libra esterlina|sterlina|lira sterlina: GBP
            swiss franc|swiss francs|schweizer franken|franken|franc suisse|francs suisses: CHF
            franco suizo|francos suizos|franco su\u00ED\u00E7o|franchi svizzeri|franco svizzero: CHF
            yen|japanese yen: JPY
            yuan|renminbi|chinese yuan: CNY
            indian rupee|indian rupees|indische rupie: INR
            canadian dollar|canadian dollars|kanadischer dollar|dollar canadien: CAD
            australian dollar|australian dollars|australischer dollar: AUD
            new zealand dollar|new zealand dollars: NZD
            singapore dollar|singapore dollars: SGD
            hong kong dollar|hong kong dollars: HKD
            swedish krona|swedish kronor|svensk krona|svenska kronor|schwedische krone|schwedische kronen: SEK
            norwegian krone|norwegian kroner|norsk krone|norske kroner|norwegische krone|norwegische kronen: NOK
            danish krone|danish kroner|dansk krone|danske kroner|d\u00E4nische krone|d\u00E4nische kronen: DKK
            zloty|z\u0142oty|polish zloty: PLN
            forint|hungarian forint: HUF
            koruna|czech koruna|czech crown|\u010Desk\u00E1 koruna|tschechische krone|tschechische kronen: CZK
            real|reais|brazilian real|real brasileiro: BRL
            russian rouble|russian ruble|russian roubles|russian rubles|russischer rubel: RUB
            turkish lira|t\u00FCrk liras\u0131|t\u00FCrkische lira: TRY
            mexican peso|mexican pesos|peso mexicano: MXN
            south african rand|rand: ZAR
            south korean won: KRW
            shekel|shekels: ILS
            baht|thai baht: THB
            dollar|dollars|d\u00F3lar|d\u00F3lares|dollari|dollaro: USD CAD AUD NZD HKD SGD TWD
            pound|pounds|pfund|libra|libras|livre|livres: GBP EGP LBP SYP GIP FKP SHP
            franc|francs|franco|francos: CHF XAF XOF
            krone|kroner|kronen|krona|kronor|crown|crowns: SEK NOK DKK ISK CZK
            rupee|rupees|rupie|rupien: INR PKR LKR NPR MUR SCR
            peso|pesos: MXN ARS CLP COP PHP UYU
            lira|liras|lire: TRY LBP
            rouble|ruble|roubles|rubles|rubel: RUB BYN
            dinar|dinars: KWD BHD JOD IQD RSD TND DZD
            dirham|dirhams: AED MAD
            rial|riyal|rials|riyals: SAR QAR OMR YER IRR
            won: KRW KPW
            """;
    private static final Map<String, Set<String>> CODES = new HashMap<>();

    static {
        TABLE.lines().forEach(line -> {
            List<String> parts = List.of(line.split(": "));
            Set<String> codes = new LinkedHashSet<>(List.of(parts.get(1).split(" ")));
            Arrays.stream(parts.get(0).split("\\|")).forEach(word -> CODES.put(Names.folded(word), codes));
        });
    }

    private CurrencyWords() {
    }

    /**
     * @param text what a cell of a column of currencies says: a code, a sign or a word
     * @param usual the currency that is usual here, which decides between those of one sign or word; empty when none is
     * @return the currency
     * @throws IllegalArgumentException when there is none, or more than one; the message completes "because ..."
     */
    public static Currency currency(String text, Optional<Currency> usual) {
        Set<String> codes = CODES.get(Names.folded(text));
        if (codes == null) {
            return CurrencySigns.currency(Names.visible(text), usual, true);
        }
        return CurrencySigns.only(text, codes, usual, true);
    }
}
