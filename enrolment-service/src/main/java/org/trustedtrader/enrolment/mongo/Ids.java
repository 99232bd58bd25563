package org.trustedtrader.enrolment.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;

/** Ids alone, so that one record that cannot be read does not hide the others. */
public final class Ids {

    private Ids() {}

    /** In order of id. */
    public static List<String> matching(MongoCollection<Document> collection, Bson filter, int limit) {
        return collection
                .find(filter)
                .projection(Projections.include("_id"))
                .sort(Sorts.ascending("_id"))
                .limit(limit)
                .map(document -> document.getString("_id"))
                .into(new ArrayList<>());
    }
}
