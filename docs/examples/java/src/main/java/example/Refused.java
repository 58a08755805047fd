package example;

/** What the table may not hold: {@code errorClass} says whether a record is wrong or an item. */
public final class Refused extends RuntimeException {
    private final String errorClass;

    public Refused(String errorClass, String message) {
        super(message);
        this.errorClass = errorClass;
    }

    public String errorClass() {
        return errorClass;
    }
}
