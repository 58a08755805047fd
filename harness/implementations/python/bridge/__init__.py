"""Between the messages of Itemproof and the rate_limits package."""
